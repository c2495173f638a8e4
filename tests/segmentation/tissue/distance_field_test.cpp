#include "segmentation/tissue/distance_field.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nadir::testing
{
namespace
{
TEST(DistanceField, IsTheDistanceToTheNearestSetVoxelInMillimetres)
{
  const GridSize size{9, 7, 5};
  const VoxelSpacing spacing{0.7, 1.3, 4.0};
  std::vector<std::uint8_t> voxels(size.voxels(), 0);
  const std::vector<VoxelIndex> set{{1, 2, 0}, {7, 5, 4}, {4, 0, 2}};
  const auto offset = [&](VoxelIndex v) { return static_cast<std::size_t>((v.k * size.j + v.j) * size.i + v.i); };
  for (const auto& v : set) voxels[offset(v)] = 1;
  const auto field = segmentation::distance_field(voxels, size, spacing);
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        double nearest = 1e9;  // all pairs, by the definition of a distance
        for (const auto& v : set) nearest = std::min(nearest, std::hypot(0.7 * (i - v.i), 1.3 * (j - v.j), 4.0 * (k - v.k)));
        EXPECT_NEAR(field[offset({i, j, k})], nearest, 1e-5);
      }
}

TEST(DistanceField, IsInfiniteWhereNothingIsSet)
{
  const auto field = segmentation::distance_field(std::vector<std::uint8_t>(8, 0), {2, 2, 2}, {});
  for (const float distance : field) EXPECT_TRUE(std::isinf(distance));
}
}  // namespace
}  // namespace nadir::testing
