#include "measure/assessment/lesion_cut.h"

#include <gmock/gmock.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using segmentation::Mask;
using ::testing::HasSubstr;

namespace
{
/// The warning for a box of voxels on a stack.
std::optional<std::string> warning_for(segmentation::VoxelBox box)
{
  const auto stack = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);
  const segmentation::SegmentedLesion lesion{
      1, "", Mask::from_box(*stack.geometry, box, std::vector<std::uint8_t>(box.size.voxels(), 1)), {}, {}};
  return warning_of_cut(lesion, {&stack, true, {}});
}
}  // namespace

TEST(LesionCut, IsToldWhereTheImagesEnd)
{
  const auto size = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1).geometry->size();
  EXPECT_FALSE(warning_for({{20, 20, 3}, {5, 5, 2}}));
  EXPECT_THAT(warning_for({{20, 20, 0}, {5, 5, 2}}).value_or(""), HasSubstr("first or last slice"));
  EXPECT_THAT(warning_for({{20, 20, size.k - 2}, {5, 5, 2}}).value_or(""), HasSubstr("first or last slice"));
  EXPECT_THAT(warning_for({{0, 20, 3}, {5, 5, 2}}).value_or(""), HasSubstr("border of the slices"));
  EXPECT_THAT(warning_for({{20, size.j - 5, 3}, {5, 5, 2}}).value_or(""), HasSubstr("border of the slices"));
}

TEST(LesionCut, IsNotToldWithoutImages)
{
  const auto stack = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);
  const segmentation::SegmentedLesion lesion{
      1, "", Mask::from_box(*stack.geometry, {{0, 0, 0}, {5, 5, 2}}, std::vector<std::uint8_t>(50, 1)), {}, {}};
  EXPECT_FALSE(warning_of_cut(lesion, {}));
}
