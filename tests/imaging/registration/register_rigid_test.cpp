// Truth: the displacement that the images were made with.
#include "imaging/registration/register_rigid.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::imaging
{
namespace
{
using testing::limb_grid;
using testing::limb_image;

constexpr double degree = 3.14159265358979323846 / 180.0;

PatientPoint unmoved(PatientPoint p) { return p; }

/// Largest distance between two maps at the corners of a box of 100 mm around the origin.
double farthest_apart(const RigidTransform& a, const RigidTransform& b)
{
  double farthest = 0.0;
  for (const double x : {-50.0, 50.0})
    for (const double y : {-50.0, 50.0})
      for (const double z : {-50.0, 50.0}) farthest = std::max(farthest, norm(a({x, y, z}) - b({x, y, z})));
  return farthest;
}

/// The limb after `motion`: a point p of the limb is now at motion(p).
Volume moved_limb(const RigidTransform& motion, const ImageGeometry& grid = limb_grid())
{
  const RigidTransform back = motion.inverse();
  return limb_image(
      grid, [&](PatientPoint p) { return back(p); }, 15.0);
}

TEST(RegisterRigid, FindsTheShiftThatWasPutIn)
{
  const RigidTransform motion({}, {9.0, -13.0, 6.0}, {});
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), moved_limb(motion));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(farthest_apart(found->fixed_to_moving, motion), 1.75);  // half a slice
}

TEST(RegisterRigid, FindsTurnAndShiftTogether)
{
  const RigidTransform motion({6.0 * degree, -8.0 * degree, 20.0 * degree}, {15.0, 10.0, -20.0}, {10, 0, 5});
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), moved_limb(motion));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(farthest_apart(found->fixed_to_moving, motion), 1.5);
}

TEST(RegisterRigid, DoesNotDependOnHowTheSecondImageIsSliced)
{
  // Sagittal slices of 5 mm in place of axial ones of 3.5 mm, of the part above the middle only.
  const auto sagittal = ImageGeometry::make({70, 50, 30}, {2, 2, 5}, {-72, -69, -30}, {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}).value();
  const RigidTransform motion({0, 5.0 * degree, 0}, {4.0, 6.0, 3.0}, {});
  const auto found = register_rigid(moved_limb({}, limb_grid()), moved_limb(motion, sagittal));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(farthest_apart(found->fixed_to_moving, motion), 2.0);
}

TEST(RegisterRigid, WorksWhenContrastIsInverted)
{
  const RigidTransform motion({0, 0, 10.0 * degree}, {-7.0, 5.0, 8.0}, {});
  auto image = float_image_of(moved_limb(motion));
  for (float& v : image.values) v = v > 60.0F ? 1200.0F - v : v;
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), volume_of(std::move(image)));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(farthest_apart(found->fixed_to_moving, motion), 1.5);
}

TEST(RegisterRigid, IsNotMisledByCoilShading)
{
  const RigidTransform motion({0, 4.0 * degree, -9.0 * degree}, {8.0, 2.0, -11.0}, {});
  auto image = float_image_of(moved_limb(motion));
  for (std::size_t n = 0; n < image.values.size(); ++n)
    image.values[n] *= 1.4F - 0.8F * static_cast<float>(n % 80) / 80.0F;  // 140 % to 60 % from left to right
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), volume_of(std::move(image)));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(farthest_apart(found->fixed_to_moving, motion), 1.5);
}

TEST(RegisterRigid, GivesTheSameAnswerTwice)
{
  const auto fixed = limb_image(limb_grid(), unmoved);
  const auto moving = moved_limb(RigidTransform({0, 0, 0.1}, {5, 5, 5}, {}));
  const auto once = register_rigid(fixed, moving), again = register_rigid(fixed, moving);
  ASSERT_TRUE(once && again);
  EXPECT_EQ(once->fixed_to_moving.translation(), again->fixed_to_moving.translation());
  EXPECT_EQ(once->fixed_to_moving.rotation(), again->fixed_to_moving.rotation());
}

TEST(RegisterRigid, RefusesAnImageOfSomethingElse)
{
  // A ball with shells: a body, but not the limb.
  const auto ball = [](PatientPoint p) {
    return PatientPoint{30.0 * std::sin(norm(p - PatientPoint{}) / 7.0), norm(p - PatientPoint{}), 0.0};
  };
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), limb_image(limb_grid(), ball));
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(RegistrationError::NotTheSamePlace)) << found.failure().message();
}

TEST(RegisterRigid, RefusesAnEmptyImage)
{
  const Volume nothing = volume_of({limb_grid(), std::vector<float>(limb_grid().size().voxels(), 0.0F)});
  const auto found = register_rigid(limb_image(limb_grid(), unmoved), nothing);
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(RegistrationError::NoBody));
  EXPECT_FALSE(register_rigid(nothing, nothing));
}

TEST(RegisterRigid, StopsWhenAsked)
{
  RigidConfig config;
  config.progress = [](std::size_t done, std::size_t) { return done < 2; };
  const auto image = limb_image(limb_grid(), unmoved);
  const auto found = register_rigid(image, image, config);
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(RegistrationError::Cancelled));
}
}  // namespace
}  // namespace nadir::imaging
