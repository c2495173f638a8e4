#include "sample_data/phantom/structure_set.h"

#include <gtest/gtest.h>

#include "tests/sample_data/phantom/sampled_body.h"

using namespace nadir;
using namespace nadir::phantom;

TEST(Outline, LiesOnTheSurfaceAndInThePlane)
{
  const LobulatedEllipsoid body{Ellipsoid({5, 6, 7}, {32, 25, 38}, Rotation::from({0, 0, 25})), 0.06};
  const auto points = outline(body, {{0, 0, 1}, {0, 0, 20}}, 128);
  ASSERT_EQ(points.size(), 128u);
  for (const auto& point : points)
  {
    EXPECT_NEAR(body.level(point), 1.0, 1e-9);
    EXPECT_NEAR(point.superior, 20.0, 1e-9);
  }
}

TEST(Outline, HasTheLongestDiameterOfTheSection)
{
  const LobulatedEllipsoid body{Ellipsoid({5, 6, 7}, {32, 25, 38}, Rotation::from({10, 20, 25}))};
  const Plane plane{{0, 0, 1}, {0, 0, 20}};
  EXPECT_NEAR(test::longest_pair(outline(body, plane, 128)), body.section(plane)->longest().value(), 1e-6);
}

TEST(Outline, IsEmptyBesideTheBody)
{
  const LobulatedEllipsoid body{Ellipsoid({5, 6, 7}, {32, 25, 38})};
  EXPECT_TRUE(outline(body, {{0, 0, 1}, {0, 0, 46}}, 128).empty());
}
