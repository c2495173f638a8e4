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
}  // namespace
}  // namespace nadir::segmentation
