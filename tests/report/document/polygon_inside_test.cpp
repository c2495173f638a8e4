#include "report/document/polygon_inside.h"

#include <gtest/gtest.h>

using namespace nadir::report;

// An L of three quarters of the unit square: about three quarters of the grid points, none of them in the missing corner.
TEST(PolygonInside, FollowsAConcaveOutline)
{
  const std::vector<DrawingPoint> corner{{0, 0}, {1, 0}, {1, 0.5}, {0.5, 0.5}, {0.5, 1}, {0, 1}};
  const auto points = points_inside(corner, {-0.5, -0.5, 2, 2});
  for (const auto& point : points) EXPECT_FALSE(point.x > 0.5 && point.y > 0.5);
  EXPECT_NEAR(static_cast<double>(points.size()), 0.75 / 4.0 * 41 * 41, 0.12 * 41 * 41 / 4.0);
}

TEST(PolygonInside, OfNoOutlineIsEmpty) { EXPECT_TRUE(points_inside({}, {0, 0, 1, 1}).empty()); }
