// Truth: the balls that the images were made with. T1 after contrast is the kind of image that the lesion was drawn on, T2 with suppressed
// fat the other one.
#include <gmock/gmock.h>

#include <vector>

#include "imaging/volume/float_image.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::BallLimb;
using nadir::testing::dice;
using nadir::testing::image_of;
using nadir::testing::mask_of;

/// One date on both kinds of image.
struct Examination
{
  BallLimb t1;
  BallLimb t2;
};

Examination examination(double radius, double dead_radius, PatientVector shift)
{
  Examination made;
  made.t1.radius = made.t2.radius = radius;
  made.t1.dead_radius = made.t2.dead_radius = dead_radius;
  made.t1.shift = made.t2.shift = shift;
  made.t2.ball_value = 1000.0, made.t2.dead_value = 1400.0;
  return made;
}

Examination baseline() { return examination(14.0, 0.0, {}); }
Examination later(double radius, double dead_radius = 0.0) { return examination(radius, dead_radius, {9.0, -6.0, 5.0}); }

enum class With
{
  T1Alone,
  Both,
};

Result<PropagatedLesion> followed(const Examination& early, const Examination& late, With with)
{
  const auto before = image_of(early.t1), after = image_of(late.t1), before_t2 = image_of(early.t2), after_t2 = image_of(late.t2);
  const auto mask = mask_of(early.t1);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  if (!transform) return transform.failure();
  const std::vector<DatedImages> t2{{before_t2, after_t2, Weighting::Fluid}};
  return propagate_lesion({before, after, Weighting::Enhanced}, mask, *transform,
                          with == With::Both ? std::span(t2) : std::span<const DatedImages>());
}

/// Grown, dead but for a rim of one pixel: T1 shows a thin ring around what looks like muscle, T2 the whole.
class DeadWithinAThinRim : public ::testing::TestWithParam<double>
{
};

TEST_P(DeadWithinAThinRim, IsFoundWholeOnT2)
{
  const auto late = later(GetParam(), GetParam() - 1.5);
  const auto found = followed(baseline(), late, With::Both);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(late.t1)), 0.90);
  EXPECT_THAT(found->explanation, ::testing::HasSubstr("looked at on 1 other series"));
}
INSTANTIATE_TEST_SUITE_P(Radii, DeadWithinAThinRim, ::testing::Values(15.4, 17.5, 19.6));

/// Swollen tissue around an unchanged tumour is as bright on T2 as the tumour and no growth of it: T1 after contrast shows where it ends.
TEST(Witness, DoesNotTakeOedemaForGrowth)
{
  auto late = later(14.0);
  late.t2.oedema = 9.0, late.t2.oedema_value = 950.0;
  const auto found = followed(baseline(), late, With::Both);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(late.t1)), 0.90);
}

/// Nor is oedema that lingers where the tumour was a tumour; that it is gone may be doubted, but no size may be told without a word.
TEST(Witness, DoesNotSilentlyMeasureTheOedemaOfALesionThatIsGone)
{
  auto late = later(0.0);
  late.t2.oedema = 14.0;
  const auto found = followed(baseline(), late, With::Both);
  EXPECT_TRUE(!found || found->fate == LesionFate::Gone || !found->warnings.empty());
}

/// Fat that T1 without fat suppression shows as bright as the lesion moves into its place; T2 shows none there.
TEST(Witness, TellsThatALesionIsGoneWhereFatLooksLikeIt)
{
  auto early = baseline(), late = later(0.0);
  for (auto* t1 : {&early.t1, &late.t1}) t1->fat_value = 950.0, t1->septum = 6.0;
  for (auto* t2 : {&early.t2, &late.t2}) t2->septum = 6.0;
  const auto found = followed(early, late, With::Both);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, LesionFate::Gone) << found->explanation;
}

TEST(Witness, HasNoSayWhereItDoesNotShowThePlace)
{
  const auto early = baseline(), late = later(18.0);
  const auto before = image_of(early.t1), after = image_of(late.t1);
  const auto mask = mask_of(early.t1);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto elsewhere =
      imaging::volume_of({ImageGeometry::make({20, 20, 10}, {2, 2, 4}, {300, 0, 0}, {}).value(), std::vector<float>(4000, 500.0F)});
  const std::vector<DatedImages> witnesses{{elsewhere, elsewhere}};
  const auto alone = propagate_lesion({before, after}, mask, *transform),
             with = propagate_lesion({before, after}, mask, *transform, witnesses);
  ASSERT_TRUE(alone && with);
  EXPECT_EQ(alone->explanation, with->explanation);
  EXPECT_THAT(with->warnings, ::testing::Contains(::testing::HasSubstr("other series that had no say: 1")));
  EXPECT_THAT(alone->warnings, ::testing::Not(::testing::Contains(::testing::HasSubstr("no say"))));
  EXPECT_EQ(alone->follow_up_ml, with->follow_up_ml);
}
}  // namespace
}  // namespace nadir::segmentation
