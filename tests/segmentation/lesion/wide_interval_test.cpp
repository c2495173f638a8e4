// Where the images say little of a lesion's size, the answer says so.
#include <gmock/gmock.h>

#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::lesion_phantom;
using nadir::testing::LesionPhantom;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

SegmentedByPrompt clicked(const LesionPhantom& phantom)
{
  LesionPrompt prompt;
  prompt.click = phantom.center;
  return *segment_lesion({phantom.image}, prompt);
}

TEST(WideInterval, OfAClickIntoALesionThatHardlyShowsIsWarnedOf)
{
  const auto lesion = clicked(lesion_phantom({.lesion = 206.0, .tissue = 200.0}));
  ASSERT_GT(lesion.volume_ml.high, 3.0 * lesion.volume_ml.low);
  EXPECT_THAT(lesion.warnings, Contains(HasSubstr("leave the lesion's volume between")));
}

TEST(WideInterval, OfALesionInPlainSightIsNone)
{
  const auto phantom = lesion_phantom();
  EXPECT_THAT(clicked(phantom).warnings, Not(Contains(HasSubstr("leave the lesion's volume between"))));
  EXPECT_THAT(segment_lesion({phantom.image}, phantom.axes)->warnings, Not(Contains(HasSubstr("leave the lesion's volume between"))));
}

TEST(DiameterInterval, HoldsTheReadersOwnLine)
{
  auto phantom = lesion_phantom();
  auto& line = *phantom.axes.long_axis;
  const auto middle = line.from + 0.5 * (line.to - line.from);
  line = {middle + 0.88 * (line.from - middle), middle + 0.88 * (line.to - middle)};  // drawn well within the border
  const auto lesion = segment_lesion({phantom.image}, phantom.axes);
  ASSERT_TRUE(lesion.has_value());
  EXPECT_LE(lesion->longest_diameter_mm.low, distance(line.from, line.to).value());
  EXPECT_GE(lesion->longest_diameter_mm.high, lesion->longest_diameter_mm.value);
}
}  // namespace
}  // namespace nadir::segmentation
