#include "sample_data/phantom/voxel_mask.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace nadir;
using namespace nadir::phantom;

namespace
{
double mask_volume(const LobulatedEllipsoid& body, const ImageGeometry& grid)
{
  const auto mask = voxel_mask(body, grid);
  return grid.voxel_volume_mm3() * std::accumulate(mask.begin(), mask.end(), 0.0);
}
}  // namespace

TEST(VoxelMask, HoldsTheVoxelsWhoseCentreIsInside)
{
  const auto grid = ImageGeometry::make({5, 5, 5}, {1, 1, 1}, {-2, -2, -2}, {});
  const auto mask = voxel_mask(LobulatedEllipsoid{Ellipsoid({0, 0, 0}, {1.1, 1.1, 1.1})}, grid.value());
  EXPECT_EQ(std::accumulate(mask.begin(), mask.end(), 0), 7);  // the centre and its six face neighbours
  EXPECT_EQ(mask[62], 1);
}

// The number of lattice points in a large convex body is its volume to about one surface layer's random share.
TEST(VoxelMask, HasTheVolumeOfTheBodyOnAnObliqueGappedGrid)
{
  const auto axes = Rotation::from({11, 0, 7});
  const auto grid = ImageGeometry::make({120, 120, 24}, {0.9, 0.9, 6.0}, {-50, -50, -75}, {axes.x, axes.y, axes.z});
  const LobulatedEllipsoid body{Ellipsoid({3, 4, 5}, {32, 25, 38}, Rotation::from({5, 15, 25}))};
  EXPECT_NEAR(mask_volume(body, grid.value()) / body.volume_mm3(), 1.0, 0.01);
}
