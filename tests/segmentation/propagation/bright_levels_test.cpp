// Truth: the signals that the images were made with (ball 900, dark core 300, muscle 310 to 450; noise at most 35).
#include "segmentation/propagation/bright_levels.h"

#include <gmock/gmock.h>

#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::BallLimb;
using nadir::testing::image_of;
using nadir::testing::living_mask_of;
using nadir::testing::mask_of;

const BallLimb hollow{{-12, 8, 4}, 14.0, 8.0, {}, 1.0};

std::optional<BrightLevels> levels(const BallLimb& limb, const Mask& mask)
{
  return bright_levels(imaging::float_image_of(image_of(limb)), mask);
}

TEST(BrightLevels, LieBetweenTheLesionAndItsSurroundings)
{
  const auto found = levels(hollow, living_mask_of(hollow));
  ASSERT_TRUE(found);
  EXPECT_GE(found->agreement, 0.95);
  EXPECT_GT(found->low, 450.0);
  EXPECT_LT(found->low, 870.0);
  EXPECT_GT(found->high, 930.0);
}

TEST(BrightLevels, TellAHollowMaskFromASolidOne)
{
  EXPECT_GT(levels(hollow, living_mask_of(hollow))->hole_share, 0.05);
  EXPECT_EQ(levels(hollow, mask_of(hollow))->hole_share, 0.0);
}

TEST(BrightLevels, DoNotAgreeWithAMaskThatBrightnessDoesNotTell)
{
  const BallLimb without{hollow.centre, 0.0, 0.0, {}, 1.0};
  const auto found = levels(without, mask_of(hollow));
  ASSERT_TRUE(found);
  EXPECT_LT(found->agreement, 0.8);
}

TEST(BrightLevels, AreNotLearnedFromAHandfulOfVoxels)
{
  const BallLimb speck{{-12, 8, 4}, 2.0, 0.0, {}, 1.0};
  EXPECT_FALSE(levels(speck, mask_of(speck)));
}
}  // namespace
}  // namespace nadir::segmentation
