#include "segmentation/lesion/drawn_length.h"

#include <gmock/gmock.h>

namespace nadir::segmentation::lesion
{
namespace
{
using ::testing::HasSubstr;

/// Phantom partial-response, post-contrast T1, long axis alone: the mask left out the enhancing rim, 17.8 mL of 40.4 mL, without a word.
TEST(DrawnLength, OfAMaskThatLeavesTheRimOutIsTold)
{
  const auto told = contradicts_drawn_length(43.93, 37.7);
  ASSERT_TRUE(told);
  EXPECT_THAT(*told, HasSubstr("37.7 mm"));
  EXPECT_THAT(*told, HasSubstr("43.9 mm"));
}

TEST(DrawnLength, OfAMaskThatLeaksBeyondTheLineIsTold) { EXPECT_TRUE(contradicts_drawn_length(40.0, 44.5)); }

TEST(DrawnLength, WithinATenthIsAgreement)
{
  EXPECT_FALSE(contradicts_drawn_length(40.0, 36.5));
  EXPECT_FALSE(contradicts_drawn_length(40.0, 43.5));
}
}  // namespace
}  // namespace nadir::segmentation::lesion
