// Truth: discs, ellipses and spurs of known length on pixels of 1 mm.
#include "measure/assessment/narrow_end.h"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>

#include "measure/assessment/measure_found_lesion.h"
#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using ::testing::AllOf;
using ::testing::HasSubstr;

namespace
{
const auto stack = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);

/// `is_inside`: of a place in the slice, mm from its middle; slices 2 to 6.
MeasuredLesion lesion_where(const std::function<bool(double x, double y, int k)>& is_inside)
{
  const auto& size = stack.geometry->size();
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(k >= 2 && k <= 6 && is_inside(i - 32.0, j - 32.0, k) ? 1 : 0);
  const Lesion lesion{LesionId("T01"), LesionRole::Target, "soft tissue", false};
  return *measure_found_lesion(lesion, segmentation::Mask::from_grid(*stack.geometry, voxels), stack, "propagation");
}

bool in_ellipse(double x, double y, double a, double b) { return x * x / (a * a) + y * y / (b * b) <= 1.0; }
}  // namespace

TEST(NarrowEnd, OfTheLongestDiameterIsSaid)
{
  const auto spurred =
      lesion_where([](double x, double y, int k) { return in_ellipse(x, y, 15, 15) || (k == 4 && std::abs(y) <= 3.0 && x > 0 && x < 25); });
  const auto words = narrow_end_words(spurred);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, AllOf(HasSubstr("narrow part"), HasSubstr("it would measure 31."), HasSubstr("mm for 39.")));
}

TEST(NarrowEnd, IsNotSaidWhereTheDiameterLiesElsewhere)
{
  EXPECT_FALSE(narrow_end_words(lesion_where([](double x, double y, int k)
                                             { return in_ellipse(x, y, 10, 24) || (k == 4 && std::abs(y) <= 2.0 && x > 0 && x < 14); })));
}

TEST(NarrowEnd, IsNotSaidOfALesionThatIsLongOrOfTwoLobes)
{
  EXPECT_FALSE(narrow_end_words(lesion_where([](double x, double y, int) { return in_ellipse(x, y, 26, 8); })));
  EXPECT_FALSE(narrow_end_words(
      lesion_where([](double x, double y, int) { return in_ellipse(x + 8, y, 14, 14) || in_ellipse(x - 13, y, 10, 10); })));
}

TEST(NarrowEnd, NeedsALesionOfThisPlace)
{
  MeasuredLesion gone;
  gone.assessment.state = "ABSENT";
  EXPECT_FALSE(narrow_end_words(gone));
}
