#include "segmentation/lesion/few_slices.h"

#include <gmock/gmock.h>

namespace nadir::segmentation::lesion
{
namespace
{
/// Slices of ten voxels, each with as many voxels inside as said.
BlockBytes slices_with(std::initializer_list<int> areas)
{
  BlockBytes voxels;
  for (const int area : areas)
    for (int n = 0; n < 10; ++n) voxels.push_back(n < area ? 1 : 0);
  return voxels;
}

TEST(SliceDoubt, IsHalfOfTheFirstAndOfTheLastSlice)
{
  const auto doubt = slice_doubt({10, 1, 5}, slices_with({0, 4, 10, 6, 0}));
  EXPECT_EQ(doubt.slices, 3);
  EXPECT_DOUBLE_EQ(doubt.share, 0.5 * (4.0 + 6.0) / 20.0);
}

TEST(SliceDoubt, OfASingleSliceIsItsWholeVolume)
{
  const auto doubt = slice_doubt({10, 1, 1}, slices_with({7}));
  EXPECT_EQ(doubt.slices, 1);
  EXPECT_DOUBLE_EQ(doubt.share, 1.0);
}

TEST(SliceDoubt, OfNothingIsNone)
{
  const auto doubt = slice_doubt({10, 1, 2}, slices_with({0, 0}));
  EXPECT_EQ(doubt.share, 0.0);
  EXPECT_FALSE(warning_of_few_slices(doubt, 5.0));
}

TEST(SliceDoubt, IsToldInWordsWhereFewSlicesCarryTheVolume)
{
  EXPECT_THAT(*warning_of_few_slices({5, 0.1}, 5.0),
              ::testing::AllOf(::testing::HasSubstr("5 slices of 5.0 mm"), ::testing::HasSubstr("10 %")));
  EXPECT_THAT(*warning_of_few_slices({1, 1.0}, 8.0), ::testing::HasSubstr("1 slice of 8.0 mm"));
  EXPECT_FALSE(warning_of_few_slices({16, 0.01}, 5.0));
}
}  // namespace
}  // namespace nadir::segmentation::lesion
