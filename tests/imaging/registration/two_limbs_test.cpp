// Truth: the displacement that the images were made with. Both legs are in the field of view; which of them is larger changes from date to
// date.
#include <gtest/gtest.h>

#include <cmath>

#include "imaging/registration/register_deformable.h"
#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::imaging
{
namespace
{
struct Legs
{
  RigidTransform motion;
  double left_width = 1.0;
  double right_width = 1.0;
  ImageGeometry grid = ImageGeometry::make({160, 70, 48}, {2, 2, 3.5}, {-159, -69, -82}, {}).value();
};

Volume image_of(const Legs& legs)
{
  FloatImage image{legs.grid, {}};
  const auto back = legs.motion.inverse();
  const auto& size = legs.grid.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const auto noise = static_cast<double>((image.values.size() * 7919) % 31);
        const auto place = back(legs.grid.voxel_to_patient(VoxelIndex{i, j, k}));
        image.values.push_back(static_cast<float>(testing::two_limbs_signal(place, legs.left_width, legs.right_width) + noise));
      }
  return volume_of(std::move(image));
}

ImageGeometry left_half() { return ImageGeometry::make({80, 70, 48}, {2, 2, 3.5}, {1, -69, -82}, {}).value(); }

const RigidTransform motion({0.05, 0, 0.04}, {6.0, -4.0, 8.0}, {});

/// A lesion of 15 mm in the middle of the left leg.
DeformableConfig looking_at_the_left()
{
  FloatImage region{ImageGeometry::make({12, 12, 12}, {4, 4, 4}, {58, -22, -22}, {}).value(), std::vector<float>(1728, 1.0F)};
  DeformableConfig config;
  config.region = region;
  return config;
}

void expect_at_the_left(const Result<DeformableRegistration>& found)
{
  ASSERT_TRUE(found) << found.failure().message();
  for (const PatientPoint p : {PatientPoint{80, 0, 0}, PatientPoint{60, 20, 30}, PatientPoint{105, -15, -30}})
    EXPECT_LT(norm(found->fixed_to_moving(p) - motion(p)), 2.0);
}

TEST(TwoLimbs, AreNotTakenForEachOtherWhenTheOtherIsLargerThanBefore)
{
  expect_at_the_left(register_deformable(image_of({{}, 1.0, 0.97}), image_of({motion, 1.0, 1.03}), looking_at_the_left()));
}

TEST(TwoLimbs, AreNotTakenForEachOtherWithoutALesion)
{
  const auto found = register_rigid(image_of({{}, 1.02, 0.98}), image_of({motion, 0.98, 1.02}));
  ASSERT_TRUE(found) << found.failure().message();
  for (const PatientPoint p : {PatientPoint{80, 0, 0}, PatientPoint{-80, 20, 30}})
    EXPECT_LT(norm(found->fixed_to_moving(p) - motion(p)), 3.0);
}

TEST(TwoLimbs, AreFollowedToAFieldOfViewThatShowsOnlyOne)
{
  expect_at_the_left(register_deformable(image_of({{}, 0.98, 1.02}), image_of({motion, 0.98, 1.02, left_half()}), looking_at_the_left()));
}

TEST(TwoLimbs, AreFollowedToAFieldOfViewThatShowsBoth)
{
  expect_at_the_left(register_deformable(image_of({{}, 0.98, 1.02, left_half()}), image_of({motion, 0.98, 1.02}), looking_at_the_left()));
}
}  // namespace
}  // namespace nadir::imaging
