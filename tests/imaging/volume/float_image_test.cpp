#include "imaging/volume/float_image.h"

#include <gtest/gtest.h>

#include <limits>

using namespace nadir;
using namespace nadir::imaging;

namespace
{
/// Oblique grid with values that are linear in the patient: trilinear interpolation must give them back exactly.
FloatImage linear_field()
{
  const double c = std::cos(0.4), s = std::sin(0.4);
  const auto geometry = ImageGeometry::make({7, 6, 5}, {0.8, 0.9, 4.0}, {-20, 35, 100}, {{c, s, 0}, {-s, c, 0}, {0, 0, 1}});
  FloatImage image{*geometry, {}};
  for (int k = 0; k < 5; ++k)
    for (int j = 0; j < 6; ++j)
      for (int i = 0; i < 7; ++i)
      {
        const auto p = geometry->voxel_to_patient(VoxelIndex{i, j, k});
        image.values.push_back(static_cast<float>(2 * p.left - p.posterior + 0.5 * p.superior));
      }
  return image;
}
}  // namespace

TEST(SampledImage, GivesALinearFieldBackBetweenItsVoxels)
{
  const auto image = linear_field();
  const auto p = image.geometry.voxel_to_patient(ContinuousVoxelIndex{2.3, 4.7, 1.9});
  const auto value = sample(image, p);
  ASSERT_TRUE(value);
  EXPECT_NEAR(*value, 2 * p.left - p.posterior + 0.5 * p.superior, 1e-3);
}

TEST(SampledImage, GoesOnForHalfAVoxelBeyondTheLastCentreAndNoFarther)
{
  const auto image = linear_field();
  EXPECT_EQ(sample(image, ContinuousVoxelIndex{6.49, 5.0, 4.0}), image.values.back());
  EXPECT_FALSE(sample(image, ContinuousVoxelIndex{6.51, 5.0, 4.0}));
  EXPECT_FALSE(sample(image, ContinuousVoxelIndex{0.0, 0.0, -0.6}));
  EXPECT_FALSE(sample(image, ContinuousVoxelIndex{std::numeric_limits<double>::quiet_NaN(), 0.0, 0.0}));
}

TEST(SampledImage, OfOneSliceIsConstantThroughIt)
{
  auto image = linear_field();
  image.geometry = *ImageGeometry::make({7, 6, 1}, {1, 1, 5}, {0, 0, 0}, {});
  image.values.resize(42);
  EXPECT_EQ(sample(image, ContinuousVoxelIndex{3.0, 2.0, 0.4}), image.values[17]);
}

TEST(SampledImage, DoesNotInventAValueBesideAVoxelWithoutOne)
{
  auto image = linear_field();
  image.values[image.offset({3, 3, 2})] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(sample(image, ContinuousVoxelIndex{2.5, 3.0, 2.0}));
  EXPECT_TRUE(sample(image, ContinuousVoxelIndex{2.0, 3.0, 2.0}));
}

TEST(FloatImage, HoldsThePhysicalValuesOfEverySlice)
{
  const auto geometry = ImageGeometry::make({2, 1, 2}, {1, 1, 1}, {0, 0, 0}, {});
  const Volume volume(*geometry, std::vector<std::uint8_t>{1, 2, 3, 4}, {{2.0, 0.0}, {1.0, 10.0}});
  EXPECT_EQ(float_image_of(volume).values, (std::vector<float>{2, 4, 13, 14}));
  EXPECT_EQ(volume_of(float_image_of(volume)).value({1, 0, 1}), 14.0f);
}
