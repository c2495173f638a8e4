#include "measure/assessment/key_image_windows.h"

#include <gmock/gmock.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using imaging::SequenceType;
using nadir::testing::axial_stack;
using ::testing::HasSubstr;

namespace
{
MeasuredLesion shown(const imaging::ImageStack& stack, double low, double high)
{
  MeasuredLesion lesion;
  lesion.stack = &stack;
  lesion.assessment.key_image.emplace();
  lesion.assessment.key_image->window_center = 0.5 * (low + high);
  lesion.assessment.key_image->window_width = high - low;
  return lesion;
}

const KeyImage& image(const std::vector<std::vector<MeasuredLesion>>& all, std::size_t timepoint)
{
  return *all[timepoint][0].assessment.key_image;
}
}  // namespace

TEST(KeyImageWindows, OfOneSequenceBecomeTheSame)
{
  const auto t1 = axial_stack("1.1", SequenceType::T1);
  std::vector<std::vector<MeasuredLesion>> all{{shown(t1, 0, 1000)}, {shown(t1, 50, 1200)}};
  share_windows(all);
  for (const std::size_t t : {0u, 1u})
  {
    EXPECT_EQ(image(all, t).window_center, 600.0);
    EXPECT_EQ(image(all, t).window_width, 1200.0);
  }
}

TEST(KeyImageWindows, OfAnotherSequenceOrAnotherScaleStayTheirOwn)
{
  const auto t1 = axial_stack("1.1", SequenceType::T1), t2 = axial_stack("2.1", SequenceType::T2);
  std::vector<std::vector<MeasuredLesion>> sequences{{shown(t1, 0, 1000)}, {shown(t2, 0, 1200)}};
  share_windows(sequences);
  EXPECT_EQ(image(sequences, 0).window_width, 1000.0);
  std::vector<std::vector<MeasuredLesion>> scales{{shown(t1, 0, 1000)}, {shown(t1, 0, 9000)}};
  share_windows(scales);
  EXPECT_EQ(image(scales, 0).window_width, 1000.0);
  EXPECT_THAT(image(scales, 1).caption, HasSubstr("not comparable"));
}

TEST(KeyImageWindows, OfALesionShownOnceAreLeftAlone)
{
  const auto t1 = axial_stack("1.1", SequenceType::T1);
  std::vector<std::vector<MeasuredLesion>> all{{shown(t1, 0, 1000)}, {MeasuredLesion{}}};
  share_windows(all);
  EXPECT_EQ(image(all, 0).window_width, 1000.0);
}
