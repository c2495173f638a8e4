// Truth: the displacement that the images were made with.
#include "imaging/registration/register_deformable.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::imaging
{
namespace
{
using testing::limb_grid;
using testing::limb_image;

/// Where the tissue that the second image shows at p lay in the first: smooth, up to 7 mm.
PatientPoint earlier_place(PatientPoint p)
{
  return {p.left + 6.0 * std::sin(p.superior / 35.0), p.posterior + 5.0 * std::cos(p.left / 30.0),
          p.superior + 4.0 * std::sin(p.posterior / 30.0)};
}

PatientPoint unmoved(PatientPoint p) { return p; }

/// 95th percentile of the distance between found and true place, over the inside of the limb.
double error_of(const Deformation& found)
{
  std::vector<double> errors;
  for (double x = -40; x <= 40; x += 8)
    for (double y = -30; y <= 30; y += 8)
      for (double z = -55; z <= 55; z += 8) errors.push_back(norm(found(earlier_place({x, y, z})) - PatientPoint{x, y, z}));
  std::sort(errors.begin(), errors.end());
  return errors[errors.size() * 95 / 100];
}

TEST(RegisterDeformable, RecoversASmoothField)
{
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), earlier_place, 20.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(error_of(found->fixed_to_moving), 3.5);  // slice spacing
  ASSERT_TRUE(found->quality.smallest_jacobian);
  EXPECT_GT(*found->quality.smallest_jacobian, 0.3);
}

TEST(RegisterDeformable, LeavesWhatDidNotMove)
{
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), unmoved, 20.0));
  ASSERT_TRUE(found) << found.failure().message();
  for (const PatientPoint p : {PatientPoint{0, 0, 0}, PatientPoint{30, 10, 40}, PatientPoint{-30, -20, -40}})
    EXPECT_LT(norm(found->fixed_to_moving(p) - p), 1.0);
}

TEST(RegisterDeformable, GivesTheSameFromAPositionThatIsKnown)
{
  const auto fixed = limb_image(limb_grid(), unmoved), moving = limb_image(limb_grid(), earlier_place, 20.0);
  const auto position = register_rigid(fixed, moving);
  ASSERT_TRUE(position) << position.failure().message();
  int steps = 0;
  DeformableConfig config;
  config.rigid.progress = [&steps](std::size_t, std::size_t) { return ++steps > 0; };
  const auto searched = register_deformable(fixed, moving, config);
  EXPECT_GT(steps, 0);
  config.rigid.known = position->fixed_to_moving;
  steps = 0;
  const auto known = register_deformable(fixed, moving, config);
  EXPECT_EQ(steps, 0) << "nothing is searched for again";
  ASSERT_TRUE(searched && known);
  for (const PatientPoint p : {PatientPoint{0, 0, 0}, PatientPoint{30, 10, 40}, PatientPoint{-30, -20, -40}, PatientPoint{10, -25, 50}})
    EXPECT_LT(norm(known->fixed_to_moving(p) - searched->fixed_to_moving(p)), 0.01);
}

TEST(RegisterDeformable, FollowsALimbThatBends)
{
  // 10 degrees over 100 mm.
  const auto straight_again = [](PatientPoint p)
  {
    const double radius = 573.0, angle = std::atan2(p.superior, radius - p.left);
    return PatientPoint{radius - std::hypot(radius - p.left, p.superior), p.posterior, radius * angle};
  };
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), straight_again, 20.0));
  ASSERT_TRUE(found) << found.failure().message();
  for (double z = -60; z <= 60; z += 20)
  {
    const PatientPoint now{5.0, -5.0, z};
    EXPECT_LT(norm(found->fixed_to_moving(straight_again(now)) - now), 3.5) << z;
  }
}

TEST(RegisterDeformable, IsUndoneByItsInverse)
{
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), earlier_place));
  ASSERT_TRUE(found) << found.failure().message();
  for (const PatientPoint p : {PatientPoint{0, 0, 0}, PatientPoint{30, 10, 40}, PatientPoint{-30, -20, -40}})
    EXPECT_LT(norm(found->fixed_to_moving.inverse_at(found->fixed_to_moving(p)) - p), 0.05);
}

/// Fat, 1000 in the limb, keeps 15 % of its signal; what is half as bright is none.
Volume with_fat_suppressed(const Volume& image)
{
  auto seen = float_image_of(image);
  for (float& value : seen.values) value *= 1.0F - 0.85F * std::clamp((value / 1000.0F - 0.5F) / 0.25F, 0.0F, 1.0F);
  return volume_of(std::move(seen));
}

TEST(RegisterDeformable, IsRightOrRefusesWhereFatIsSuppressedAtOneDateOnly)
{
  for (const double noise : {5.0, 20.0, 40.0})
  {
    const auto found =
        register_deformable(limb_image(limb_grid(), unmoved), with_fat_suppressed(limb_image(limb_grid(), earlier_place, noise)));
    if (found)
    {
      EXPECT_LT(error_of(found->fixed_to_moving), 3.5) << noise;  // slice spacing
      continue;
    }
    EXPECT_TRUE(found.failure().is(RegistrationError::NotTheSamePlace)) << found.failure().message();
  }
}

TEST(RegisterDeformable, SaysWhetherTheContrastIsTheSame)
{
  const auto same = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), unmoved, 20.0));
  ASSERT_TRUE(same);
  EXPECT_EQ(same->contrast, TissueContrast::Alike);
}

/// Tissue that moved so far (25 mm) that no rigid position brings much of it together is no other contrast.
TEST(RegisterDeformable, DoesNotTakeTissueThatMovedFarForAnotherContrast)
{
  const auto far = [](PatientPoint p) { return p + 3.6 * (earlier_place(p) - p); };
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), far, 20.0));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->contrast, TissueContrast::Alike);
}

TEST(RegisterDeformable, RefusesAnImageOfSomethingElse)
{
  const auto ball = [](PatientPoint p) {
    return PatientPoint{30.0 * std::sin(norm(p - PatientPoint{}) / 7.0), norm(p - PatientPoint{}), 0.0};
  };
  const auto found = register_deformable(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), ball));
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(RegistrationError::NotTheSamePlace)) << found.failure().message();
}
}  // namespace
}  // namespace nadir::imaging
