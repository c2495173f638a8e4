// Truth: the lesion lies in the left leg. A follow-up that shows the right one alone, its mirror image, shows no place of it.
#include <gtest/gtest.h>

#include "imaging/volume/float_image.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::segmentation
{
namespace
{
ImageGeometry leg_grid(double first_left) { return ImageGeometry::make({80, 70, 48}, {2, 2, 3.5}, {first_left, -69, -82}, {}).value(); }

imaging::Volume leg(double first_left)
{
  imaging::FloatImage image{leg_grid(first_left), {}};
  const auto& size = image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        image.values.push_back(
            static_cast<float>(nadir::testing::two_limbs_signal(image.geometry.voxel_to_patient(VoxelIndex{i, j, k}), 1.0, 1.0)));
  return imaging::volume_of(std::move(image));
}

Mask lesion_of_the_left_leg()
{
  std::vector<std::uint8_t> bytes(leg_grid(1.0).size().voxels());
  for (int k = 20; k < 25; ++k)
    for (int j = 30; j < 38; ++j)
      for (int i = 35; i < 44; ++i) bytes[static_cast<std::size_t>((k * 70 + j) * 80 + i)] = 1;
  return Mask::from_grid(leg_grid(1.0), bytes);
}

TEST(OtherLimb, IsRefusedAsAPlaceOfTheLesion)
{
  const auto lesion = lesion_of_the_left_leg();
  const auto found = register_dates(leg(1.0), leg(-159.0), std::span(&lesion, 1));
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(imaging::RegistrationError::NotTheSamePlace)) << found.failure().message();
  EXPECT_TRUE(register_dates(leg(1.0), leg(1.0), std::span(&lesion, 1)));
}
}  // namespace
}  // namespace nadir::segmentation
