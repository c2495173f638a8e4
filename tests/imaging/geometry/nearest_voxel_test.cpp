#include "imaging/geometry/nearest_voxel.h"

#include <gtest/gtest.h>

using namespace nadir;

TEST(NearestVoxel, IsTheOneWhoseHalfVoxelHoldsThePlace)
{
  EXPECT_EQ(nearest_voxel({3.49, 4.51, -0.49}), (VoxelIndex{3, 5, 0}));
  EXPECT_EQ(nearest_voxel({2.5, -0.5, -1.5}), (VoxelIndex{3, -1, -2})) << "half-way: away from voxel 0, so that -0.5 is outside";
}

TEST(NearestVoxel, OfAPlaceBeyondEveryGridIsInNone)
{
  const auto far = nearest_voxel({1e300, -1e300, 5e9});
  EXPECT_FALSE((GridSize{2000, 2000, 2000}.contains(far)));
  EXPECT_GT(far.i, 0);
  EXPECT_LT(far.j, 0);
}
