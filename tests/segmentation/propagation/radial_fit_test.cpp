// Truth: the balls that the images were made with.
#include "segmentation/propagation/radial_fit.h"

#include <gmock/gmock.h>

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

BallLimb early(double value)
{
  BallLimb limb;
  limb.radius = 18.0, limb.ball_value = value;
  return limb;
}

BallLimb late(double value, double radius, double dead_radius = 0.0)
{
  return {BallLimb{}.centre, radius, dead_radius, {6.0, -4.0, 3.0}, 1.2, 0.0, value};
}

struct Fitted
{
  RadialFit fit;
  Mask mask;
};

Fitted fitted(const BallLimb& before, const BallLimb& after)
{
  const auto first = image_of(before), second = image_of(after);
  const auto lesion = mask_of(before);
  const auto transform = register_dates(first, second, std::span(&lesion, 1));
  if (!transform) throw std::runtime_error(transform.failure().message());
  const auto a = imaging::float_image_of(first), b = imaging::float_image_of(second);
  const auto block = follow_up_block({a, b, *transform}, lesion, 30.0);
  auto fit = radial_fit({{*block, *expected_values(*block), Weighting::Enhanced}, {}});
  auto mask = Mask::from_box(b.geometry, {block->first, block->follow_up.geometry.size()}, fit.inside);
  return {std::move(fit), std::move(mask)};
}

/// Radii of a lesion of 18 mm at baseline, 40 % brighter than the mean of muscle or 45 % darker.
class RadialFitOf : public ::testing::TestWithParam<std::tuple<double, double>>
{
};

TEST_P(RadialFitOf, HasTheSizeOfTheBall)
{
  const auto [value, radius] = GetParam();
  const auto found = fitted(early(value), late(value, radius));
  EXPECT_GE(dice(found.mask, mask_of(late(value, radius))), 0.88);  // borders of voxels of 4 mm and 15 degrees of solid angle
  EXPECT_GT(found.fit.evidence, 40.0);
  EXPECT_EQ(found.fit.since, InsideSince::AsBefore);
  EXPECT_GE(found.fit.shape_agreement, 0.95);
}
INSTANTIATE_TEST_SUITE_P(Balls, RadialFitOf,
                         ::testing::Combine(::testing::Values(540.0, 210.0), ::testing::Values(10.0, 14.0, 18.0, 23.0)));

TEST(RadialFit, HasNoEvidenceForABallThatIsGone)
{
  const auto found = fitted(early(540.0), late(540.0, 0.0));
  EXPECT_LT(found.fit.evidence, 0.0);
  EXPECT_GT(found.fit.unchanged_evidence, 400.0);
}

TEST(RadialFit, TellsThatTheInsideHasDied)
{
  const auto after = late(900.0, 23.0, 19.0);
  const auto found = fitted(early(900.0), after);
  EXPECT_EQ(found.fit.since, InsideSince::Died);
  EXPECT_GE(dice(found.mask, mask_of(after)), 0.90);
}

TEST(RadialFit, SeesSomethingStrangeWhereTheBallLay)
{
  // A dark remainder without a rim: 100 is neither fat, nor muscle (310 to 450), nor the lesion.
  const auto found = fitted(early(900.0), late(100.0, 10.0));
  EXPECT_GT(found.fit.strange_share, 0.02);
  EXPECT_LT(fitted(early(900.0), late(900.0, 0.0)).fit.strange_share, 0.02);
}
}  // namespace
}  // namespace nadir::segmentation
