#include "segmentation/mask/distance_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace nadir;
using namespace nadir::segmentation;

namespace
{
constexpr GridSize size{11, 9, 7};

ImageGeometry grid() { return ImageGeometry::make(size, {0.7, 1.3, 4.0}, {}, {}).value(); }

Mask random_mask(unsigned seed, unsigned one_in)
{
  std::mt19937 random(seed);
  std::vector<std::uint8_t> voxels(size.voxels());
  for (auto& voxel : voxels) voxel = random() % one_in == 0 ? 1 : 0;
  voxels[400] = 1;
  return Mask::from_grid(grid(), voxels);
}

/// By trying every voxel; what lies outside the grid is not in the mask, which a margin of 8 voxels stands for.
double brute_force(const Mask& mask, VoxelIndex from, bool to_inside)
{
  double best = 1e9;
  for (int k = -8; k < size.k + 8; ++k)
    for (int j = -8; j < size.j + 8; ++j)
      for (int i = -8; i < size.i + 8; ++i)
        if (mask.contains({i, j, k}) == to_inside)
          best = std::min(best, std::hypot(0.7 * (i - from.i), 1.3 * (j - from.j), 4.0 * (k - from.k)));
  return best;
}
}  // namespace

TEST(DistanceMap, EqualsTryingEveryVoxel)
{
  for (unsigned seed = 0; seed < 6; ++seed)
  {
    const auto mask = random_mask(seed, seed % 2 == 0 ? 60 : 2);
    const VoxelBox region{{-2, 1, 0}, {15, 6, 9}};
    const auto plain = distance_map(mask, region);
    const auto with_sign = signed_distance_map(mask, region);
    for (int k = 0; k < 9; ++k)
      for (int j = 1; j < 7; ++j)
        for (int i = -2; i < 13; ++i)
        {
          const VoxelIndex at{i, j, k};
          const double outside = brute_force(mask, at, true);
          EXPECT_NEAR(plain.at(at), outside, 1e-4);
          EXPECT_NEAR(with_sign.at(at), mask.contains(at) ? -brute_force(mask, at, false) : outside, 1e-4);
        }
  }
}

TEST(DistanceMap, OfOneVoxelIsItsDistance)
{
  std::vector<std::uint8_t> voxels(size.voxels());
  voxels[0] = 1;
  const auto map = distance_map(Mask::from_grid(grid(), voxels), {{0, 0, 0}, size});
  EXPECT_FLOAT_EQ(map.at({10, 0, 0}), 7.0f);
  EXPECT_FLOAT_EQ(map.at({0, 0, 6}), 24.0f);
  EXPECT_FLOAT_EQ(map.at({10, 0, 6}), 25.0f);  // 7, 24, 25: a Pythagorean triple
}
