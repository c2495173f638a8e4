// Truth: minima of the energy that can be told by hand.
#include "segmentation/propagation/relaxed_cut.h"

#include <gmock/gmock.h>

namespace nadir::segmentation
{
namespace
{
ImageGeometry cube() { return ImageGeometry::make({16, 16, 16}, {1, 1, 2}, {0, 0, 0}, {}).value(); }

std::size_t offset(int i, int j, int k) { return static_cast<std::size_t>((k * 16 + j) * 16 + i); }

TEST(RelaxedCut, FollowsTheGainsWhereBordersCostNothing)
{
  std::vector<float> gain(cube().size().voxels());
  for (std::size_t n = 0; n < gain.size(); ++n) gain[n] = n % 3 == 0 ? 1.0F : -1.0F;
  const std::vector<float> cost(gain.size(), 0.0F);
  const auto share = relaxed_cut({cube(), gain, cost});
  for (std::size_t n = 0; n < gain.size(); ++n) EXPECT_EQ(share[n] > 0.5F, gain[n] > 0.0F);
}

TEST(RelaxedCut, DropsALoneVoxelWhoseBorderCostsMoreThanItGains)
{
  // A voxel of 1 x 1 x 2 mm gains 2, its border costs about 1 (flow) x 5.
  std::vector<float> gain(cube().size().voxels(), -0.5F);
  gain[offset(8, 8, 8)] = 2.0F;
  const std::vector<float> cost(gain.size(), 2.0F);
  const auto share = relaxed_cut({cube(), gain, cost}, 400);
  EXPECT_LT(share[offset(8, 8, 8)], 0.5F);
}

TEST(RelaxedCut, KeepsABlockThatGainsMoreThanItsBorderCosts)
{
  std::vector<float> gain(cube().size().voxels(), -2.0F);
  for (int k = 4; k < 12; ++k)
    for (int j = 4; j < 12; ++j)
      for (int i = 4; i < 12; ++i) gain[offset(i, j, k)] = 2.0F;
  gain[offset(8, 8, 8)] = -1.0F;  // a doubtful voxel in the middle is carried along
  const std::vector<float> cost(gain.size(), 1.0F);
  const auto share = relaxed_cut({cube(), gain, cost}, 400);
  EXPECT_GT(share[offset(8, 8, 8)], 0.5F);
  EXPECT_GT(share[offset(5, 5, 5)], 0.5F);
  EXPECT_LT(share[offset(2, 8, 8)], 0.5F);
}
}  // namespace
}  // namespace nadir::segmentation
