#include "segmentation/edit/islands.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
const Offset large{0, 0, 0}, medium{27, 0, 0}, small{0, 30, 12};

Mask three_balls()
{
  const auto in_ball = [](Offset p, Offset center, double radius)
  { return std::hypot(p.i - center.i, p.j - center.j, p.k - center.k) <= radius; };
  return solid(oblique_grid(), [&](Offset p) { return in_ball(p, large, 15.0) || in_ball(p, medium, 9.0) || in_ball(p, small, 5.0); });
}
}  // namespace

TEST(Islands, TheLargestIsKept) { EXPECT_TRUE(same_voxels(keep_largest_island(three_balls()), ball(oblique_grid(), 15.0, large))); }

// Volumes: 14.1, 3.1 and 0.5 mL.
TEST(Islands, BelowAVolumeAreRemoved)
{
  EXPECT_EQ(remove_small_islands(three_balls(), Milliliters{0.1}).count(), three_balls().count());
  EXPECT_EQ(remove_small_islands(three_balls(), Milliliters{1.0}).count(),
            ball(oblique_grid(), 15.0, large).count() + ball(oblique_grid(), 9.0, medium).count());
  EXPECT_TRUE(same_voxels(remove_small_islands(three_balls(), Milliliters{5.0}), ball(oblique_grid(), 15.0, large)));
  EXPECT_TRUE(remove_small_islands(three_balls(), Milliliters{20.0}).is_empty());
}

TEST(Islands, OnePointedAtIsKept)
{
  EXPECT_TRUE(same_voxels(keep_island_at(three_balls(), at(oblique_grid(), small)), ball(oblique_grid(), 5.0, small)));
  EXPECT_TRUE(keep_island_at(three_balls(), at(oblique_grid(), {-30, -30, 0})).is_empty());
  EXPECT_TRUE(keep_island_at(three_balls(), at(oblique_grid(), {900, 0, 0})).is_empty());
}

TEST(Islands, ThatTouchByACornerAreOne)
{
  const auto geometry = oblique_grid();
  const auto pair = Mask::from_box(geometry, {{4, 4, 4}, {2, 2, 2}}, {1, 0, 0, 0, 0, 0, 0, 1});
  EXPECT_EQ(keep_largest_island(pair).count(), 2U);
}

TEST(Islands, OfNothingAreNothing)
{
  const auto none = solid(oblique_grid(), [](Offset) { return false; });
  EXPECT_TRUE(keep_largest_island(none).is_empty());
  EXPECT_TRUE(remove_small_islands(none, Milliliters{1.0}).is_empty());
  EXPECT_TRUE(keep_island_at(none, {}).is_empty());
}
