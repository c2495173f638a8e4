// Truth: the balls that the images were made with. Limit 0.90: the Dice coefficient that the project promises for lesions without editing.
#include "segmentation/propagation/propagate_lesion.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::BallLimb;
using nadir::testing::dice;
using nadir::testing::image_of;
using nadir::testing::living_mask_of;
using nadir::testing::mask_of;

const BallLimb baseline{};

BallLimb later(double radius, double dead_radius = 0.0) { return {baseline.centre, radius, dead_radius, {9.0, -6.0, 5.0}, 1.4}; }

Result<PropagatedLesion> propagated(const BallLimb& follow_up)
{
  const auto before = image_of(baseline), after = image_of(follow_up);
  const auto mask = mask_of(baseline);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  if (!transform) return transform.failure();
  return propagate_lesion({before, after}, mask, *transform);
}

TEST(PropagateLesion, FindsOneThatHasNotChanged)
{
  const auto found = propagated(later(14.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, LesionFate::Present);
  EXPECT_GE(dice(found->mask, mask_of(later(14.0))), 0.90);
  EXPECT_THAT(found->warnings, ::testing::IsEmpty());
}

/// Longest distance of two voxels of one slice, mm.
double longest_in_slice(const Mask& mask)
{
  const auto& grid = mask.geometry();
  double longest = 0.0;
  for (int k = 0; k < grid.size().k; ++k)
  {
    std::vector<PatientPoint> voxels;
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
        if (mask.contains({i, j, k})) voxels.push_back(grid.voxel_to_patient(VoxelIndex{i, j, k}));
    for (const auto& a : voxels)
      for (const auto& b : voxels) longest = std::max(longest, norm(a - b));
  }
  return longest;
}

/// What is found at the later date of a lesion that is marked at the earlier one.
Result<PropagatedLesion> followed(const BallLimb& early, const BallLimb& late)
{
  const auto before = image_of(early), after = image_of(late);
  const auto mask = mask_of(early);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  if (!transform) return transform.failure();
  return propagate_lesion({before, after}, mask, *transform);
}

/// Found as it is, or gone without a ball.
void expect_true_lesion(const Result<PropagatedLesion>& found, const BallLimb& late)
{
  ASSERT_TRUE(found) << found.failure().message();
  if (late.radius == 0.0)
  {
    EXPECT_EQ(found->fate, LesionFate::Gone) << found->explanation;
    return;
  }
  EXPECT_GE(dice(found->mask, mask_of(late)), 0.90);
  EXPECT_NEAR(longest_in_slice(found->mask), longest_in_slice(mask_of(late)), 3.0);  // two pixels
}

/// Something of the lesion's brightness beside the place where it lay, and nothing there: whatever is made of it, not without a word.
TEST(PropagateLesion, SaysWhenWhatWasFoundLiesElsewhere)
{
  auto late = later(14.0);
  late.centre = baseline.centre + PatientVector{18.0, 0.0, 0.0};
  const auto found = propagated(late);
  ASSERT_TRUE(found) << found.failure().message();
  ASSERT_EQ(found->fate, LesionFate::Present) << found->explanation;
  EXPECT_THAT(found->warnings, ::testing::Contains(::testing::HasSubstr("does not lie where the lesion lay"))) << found->explanation;
}

/// Fat as bright as it is on T1, in a septum beside the lesion: it is no part of it. A tongue along it has little volume, but makes a
/// stable disease a progression.
class BesideASeptum : public ::testing::TestWithParam<double>
{
};

TEST_P(BesideASeptum, IsFoundWithoutTheFat)
{
  const auto with_fat = [](BallLimb limb)
  {
    limb.ball_value = 650.0, limb.fat_value = 1000.0, limb.septum = 3.0;
    return limb;
  };
  const auto early = with_fat(baseline), late = with_fat(later(GetParam()));
  expect_true_lesion(followed(early, late), late);
}
INSTANTIATE_TEST_SUITE_P(Radii, BesideASeptum, ::testing::Values(0.0, 8.4, 11.2, 14.0, 15.7, 18.2));

/// Grown to 1.25 in diameter while all but a rim of 3.5 to 6 mm has died: as large as muscle is dark. This is what the study behind the
/// project is about; the core taken for muscle makes a progression a response.
class DiedWithin : public ::testing::TestWithParam<double>
{
};

TEST_P(DiedWithin, IsFoundWithItsDeadCore)
{
  BallLimb early = baseline, late = later(20.0, GetParam());
  early.radius = 16.0;
  for (auto* limb : {&early, &late}) limb->ball_value = 800.0, limb->fat_value = 1000.0, limb->septum = 3.0;
  const auto found = followed(early, late);
  expect_true_lesion(found, late);
  EXPECT_THAT(found->warnings,
              ::testing::Contains(::testing::HasSubstr("its inside no longer looks as at baseline and is unlike its rim")));
}
INSTANTIATE_TEST_SUITE_P(DeadRadii, DiedWithin, ::testing::Values(14.0, 15.5, 16.5));

/// The same grown by 1.3: so large a change must not make the two dates look like two patients.
TEST(PropagateLesion, FindsOneThatDiedWithinAndGrewMuch)
{
  BallLimb early = baseline, late = later(23.0, 19.0);
  early.radius = 18.0;
  for (auto* limb : {&early, &late}) limb->ball_value = 800.0, limb->fat_value = 1000.0, limb->septum = 3.0;
  expect_true_lesion(followed(early, late), late);
}

/// Two thirds of muscle's mean signal, at a follow-up that has shrunk or grown.
class DarkerThanMuscle : public ::testing::TestWithParam<double>
{
};

TEST_P(DarkerThanMuscle, IsFollowed)
{
  BallLimb early = baseline, late = later(GetParam());
  early.ball_value = late.ball_value = 250.0, early.fat_value = late.fat_value = 1000.0, late.shading = 0.4;
  expect_true_lesion(followed(early, late), late);
}
INSTANTIATE_TEST_SUITE_P(Radii, DarkerThanMuscle, ::testing::Values(8.4, 11.2, 14.0, 18.2));

TEST(PropagateLesion, CallsADeadRemainderNotGone)
{
  auto late = later(14.0);
  late.ball_value = 100.0;
  const auto found = followed(baseline, late);
  if (found) EXPECT_EQ(found->fate, LesionFate::Present) << found->explanation;
  else EXPECT_TRUE(found.failure().is(PropagationError::Undecided)) << found.failure().message();
}

// After contrast without fat suppression a lesion may be as bright as fat: the plate of fat that runs through its place again is no rest
// of it.
TEST(PropagateLesion, TakesNoSeptumForTheRestOfALesionAsBrightAsFat)
{
  auto early = baseline, late = later(0.0);
  for (auto* limb : {&early, &late}) limb->ball_value = 1000.0, limb->fat_value = 1000.0, limb->septum = 3.0;
  const auto found = followed(early, late);
  if (found) EXPECT_EQ(found->fate, LesionFate::Gone) << found->explanation;
  else EXPECT_TRUE(found.failure().is(PropagationError::Undecided)) << found.failure().message();
}

/// A lesion a quarter brighter than muscle (450 at its brightest), at a follow-up with a strongly shading coil.
class LittleBrighterThanMuscle : public ::testing::TestWithParam<double>
{
};

TEST_P(LittleBrighterThanMuscle, IsFollowedUnderShading)
{
  BallLimb early = baseline, late = later(GetParam());
  early.ball_value = late.ball_value = 560.0, early.fat_value = late.fat_value = 1000.0, early.septum = late.septum = 3.0,
  late.shading = 0.7;
  expect_true_lesion(followed(early, late), late);
}
INSTANTIATE_TEST_SUITE_P(Radii, LittleBrighterThanMuscle, ::testing::Values(0.0, 8.4, 11.2, 11.9, 12.6, 14.0, 15.7, 18.2));

/// As bright as the brightest muscle around: a change of its size cannot be told surely, and nobody may think it can.
TEST(PropagateLesion, SaysThatABorderIsHardlySeen)
{
  BallLimb early = baseline, late = later(11.2);
  early.ball_value = late.ball_value = 455.0;
  const auto found = followed(early, late);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_THAT(found->warnings, ::testing::Contains(::testing::HasSubstr("of its border the image hardly changes")));
}

/// Whoever draws generously at one date is compared with a border as generous at the other; else the border drawn would pass for a change.
class LooselyDrawn : public ::testing::TestWithParam<double>
{
};

TEST_P(LooselyDrawn, KeepsItsBorderWhereNothingHasChanged)
{
  BallLimb drawn = baseline, drawn_later = later(14.0);
  drawn.radius = drawn_later.radius = GetParam();
  const auto before = image_of(baseline), after = image_of(later(14.0));
  const auto mask = mask_of(drawn);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_NEAR(found->follow_up_ml / found->baseline_ml, 1.0, 0.09);  // 0.04 of it from where the slices of 4 mm happen to lie
  EXPECT_GE(dice(found->mask, mask_of(drawn_later)), 0.935);
}
INSTANTIATE_TEST_SUITE_P(Radii, LooselyDrawn, ::testing::Values(12.5, 13.25, 14.0, 14.75, 15.5));

TEST(PropagateLesion, FollowsGrowth)
{
  const auto found = propagated(later(20.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(later(20.0))), 0.90);
}

TEST(PropagateLesion, FollowsShrinkage)
{
  const auto found = propagated(later(9.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(later(9.0))), 0.90);
}

TEST(PropagateLesion, KeepsTheDeadCoreOfALivingRim)
{
  const auto found = propagated(later(16.0, 10.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(later(16.0))), 0.90);
}

TEST(PropagateLesion, LeavesTheDeadCoreOutWhereTheReaderDid)
{
  const BallLimb hollow{baseline.centre, 14.0, 8.0, {}, 1.0}, grown = later(23.0, 14.0);
  const auto before = image_of(hollow), after = image_of(grown);
  const auto mask = living_mask_of(hollow);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, living_mask_of(grown)), 0.90);
  EXPECT_THAT(found->explanation, ::testing::HasSubstr("followed by its brightness"));
}

TEST(PropagateLesion, FollowsGrowthToManyTimesTheVolume)
{
  const BallLimb seed{baseline.centre, 8.0, 0.0, {}, 1.0}, grown = later(20.0);
  const auto before = image_of(seed), after = image_of(grown);
  const auto mask = mask_of(seed);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_of(grown)), 0.90);
  EXPECT_THAT(found->warnings, ::testing::Contains(::testing::HasSubstr("times that at baseline")));
}

TEST(PropagateLesion, WarnsOrRefusesWhereTheSurroundingsAreNoLongerTheSame)
{
  const BallLimb seed{baseline.centre, 6.0, 0.0, {}, 1.0}, grown = later(30.0);
  const auto before = image_of(seed), after = image_of(grown);
  const auto mask = mask_of(seed);
  const auto found = propagate_lesion({before, after}, mask, {imaging::RigidTransform({}, grown.shift, {}), std::nullopt, {}});
  if (!found) return;
  EXPECT_THAT(found->warnings, ::testing::Contains(::testing::HasSubstr("surroundings")));
}

std::string name_of(const ::testing::TestParamInfo<BallLimb>& ball)
{
  return "Radius" + std::to_string(std::lround(10.0 * ball.param.radius)) + "Dead" +
         std::to_string(std::lround(10.0 * ball.param.dead_radius));
}

/// Grown four to eight times, dead but for a thin rim: where the lesion lay, tissue is as dark as muscle. Such pairs were called gone.
class DiedWithinWhileGrowing : public ::testing::TestWithParam<BallLimb>
{
};

TEST_P(DiedWithinWhileGrowing, IsFoundOrRefusedNeverCalledGone)
{
  const auto found = propagated(GetParam());
  if (!found) EXPECT_TRUE(found.failure().is(PropagationError::Undecided)) << found.failure().message();
  else EXPECT_EQ(found->fate, LesionFate::Present);
}
INSTANTIATE_TEST_SUITE_P(Rims, DiedWithinWhileGrowing,
                         ::testing::Values(later(22.2, 20.2), later(22.2, 18.2), later(28.0, 26.0), later(28.0, 24.0)), name_of);

/// A rim of one pixel around a small lesion that grew to 2.7 times its volume leaves the farther surroundings as they were.
TEST(PropagateLesion, DoesNotCallASmallLesionGoneThatDiedWithinWhileGrowing)
{
  const BallLimb seed{baseline.centre, 8.0, 0.0, {}, 1.0}, grown = later(11.2, 9.7);
  const auto before = image_of(seed), after = image_of(grown);
  const auto mask = mask_of(seed);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  EXPECT_TRUE(!found || found->fate == LesionFate::Present);
}

TEST(PropagateLesion, SaysInWordsThatItIsGone)
{
  const auto found = propagated(later(0.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, LesionFate::Gone);
  EXPECT_TRUE(found->mask.is_empty());
  EXPECT_EQ(found->follow_up_ml, 0.0);
  EXPECT_THAT(found->explanation, ::testing::HasSubstr("no lesion"));
  EXPECT_THAT(found->warnings, ::testing::Contains(::testing::HasSubstr("reader must confirm")));
}

TEST(PropagateLesion, RefusesAnEmptyBaselineLesion)
{
  const auto image = image_of(baseline);
  const auto found = propagate_lesion({image, image}, mask_of(later(0.0)), {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(PropagationError::EmptyLesion));
}

TEST(PropagateLesion, RefusesAMaskOfAnotherImage)
{
  const auto image = image_of(baseline);
  const auto elsewhere =
      Mask::from_grid(ImageGeometry::make({3, 3, 3}, {2, 2, 2}, {500, 0, 0}, {}).value(), std::vector<std::uint8_t>(27, 1));
  const auto found = propagate_lesion({image, image}, elsewhere, {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(PropagationError::NotOnBaseline));
}

TEST(PropagateLesion, DoesNotCallALesionGoneThatTheFollowUpDoesNotShow)
{
  const auto image = image_of(baseline);
  const imaging::SavedTransform far{imaging::RigidTransform({}, {0, 0, 400}, {}), std::nullopt, {}};
  const auto found = propagate_lesion({image, image}, mask_of(baseline), far);
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(PropagationError::OutsideFollowUp));
}

/// Tissue within 20 mm of the ball's middle is drawn together to 0.4 of its extent, as registration does where a lesion shrinks.
imaging::SavedTransform drawn_together()
{
  constexpr double drawn = -0.6, reach = 20.0, farthest = 40.0;  // of the distance; mm
  const auto lattice = ImageGeometry::make({17, 17, 17}, {8, 8, 8}, baseline.centre + PatientVector{-64, -64, -64}, {}).value();
  std::vector<PatientVector> controls;
  for (int k = 0; k < 17; ++k)
    for (int j = 0; j < 17; ++j)
      for (int i = 0; i < 17; ++i)
      {
        const auto from_middle = lattice.voxel_to_patient(VoxelIndex{i, j, k}) - baseline.centre;
        const double share = std::clamp((farthest - norm(from_middle)) / (farthest - reach), 0.0, 1.0);
        controls.push_back(drawn * share * from_middle);
      }
  return {{}, imaging::SplineField(lattice, controls), {}};
}

/// A pelvis of a reader with fresh eyes: the follow-up was said not to show the place of a lesion that had shrunk to a quarter.
TEST(PropagateLesion, FindsOneWhosePlaceTheRegistrationDrewTogether)
{
  BallLimb smaller = baseline;
  smaller.radius = 9.0;
  const auto found = propagate_lesion({image_of(baseline), image_of(smaller)}, mask_of(baseline), drawn_together());
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, LesionFate::Present);
  EXPECT_GE(dice(found->mask, mask_of(smaller)), 0.90);
}
}  // namespace
}  // namespace nadir::segmentation
