// Truth: distances between voxel centres by Pythagoras.
#include "segmentation/propagation/distance_map.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
ImageGeometry grid() { return ImageGeometry::make({9, 7, 5}, {1.0, 1.5, 4.0}, {0, 0, 0}, {}).value(); }

std::vector<std::uint8_t> two_voxels()
{
  std::vector<std::uint8_t> set(grid().size().voxels(), 0);
  set[(1 * 7 + 2) * 9 + 3] = 1;
  set[(4 * 7 + 6) * 9 + 8] = 1;
  return set;
}

double distance_between(VoxelIndex a, VoxelIndex b) { return std::hypot(a.i - b.i, 1.5 * (a.j - b.j), 4.0 * (a.k - b.k)); }

TEST(DistanceMap, IsTheDistanceToTheNearestVoxelOfTheSet)
{
  const auto map = distance_map(grid(), two_voxels());
  for (int k = 0; k < 5; ++k)
    for (int j = 0; j < 7; ++j)
      for (int i = 0; i < 9; ++i)
      {
        const double truth = std::min(distance_between({i, j, k}, {3, 2, 1}), distance_between({i, j, k}, {8, 6, 4}));
        EXPECT_NEAR(static_cast<double>(map.values[map.offset({i, j, k})]), truth, 1e-4);
      }
}

TEST(DistanceMap, OfNothingIsFar)
{
  const auto map = distance_map(grid(), std::vector<std::uint8_t>(grid().size().voxels(), 0));
  EXPECT_GE(*std::min_element(map.values.begin(), map.values.end()), 1e5F);
}

TEST(SignedDistanceMap, IsNegativeInsideOnly)
{
  const auto set = two_voxels();
  const auto map = signed_distance_map(grid(), set);
  for (std::size_t n = 0; n < set.size(); ++n) EXPECT_EQ(map.values[n] < 0.0F, set[n] != 0);
}
}  // namespace
}  // namespace nadir::segmentation
