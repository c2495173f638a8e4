#include "segmentation/lesion/block_axes.h"

#include <gmock/gmock.h>

#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
// A rectangle of 10 x 4 pixels of 1 mm. Its longest diameter is the diagonal from (0, 0) to (9, 3), rising by 1 in 3. A chord at a right
// angle to it that goes from the lower to the upper edge is 3 / cos(atan(1 / 3)) = sqrt(10) long. Half a pixel is added at either end.
TEST(BlockAxes, AcrossIsTheLongestChordPerpendicularToTheLongestNotTheWidthOfTheShape)
{
  const BlockBytes voxels(40, 1);
  const auto axes = axes_of({10, 4, 1}, {1.0, 1.0, 3.0}, voxels);
  EXPECT_NEAR(axes.longest, std::sqrt(90.0) + 1.0, 1e-9);
  EXPECT_NEAR(axes.across, std::sqrt(10.0) + 1.0, 1e-9);
}

TEST(BlockAxes, OfASingleVoxelAreItsOwnWidth)
{
  const auto axes = axes_of({1, 1, 1}, {0.8, 0.8, 3.0}, BlockBytes{1});
  EXPECT_NEAR(axes.longest, 0.8, 1e-9);
  EXPECT_NEAR(axes.across, 0.8, 1e-9);
}
}  // namespace
}  // namespace nadir::segmentation::lesion
