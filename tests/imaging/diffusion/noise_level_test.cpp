#include "imaging/diffusion/noise_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

// Truth: noise of known standard deviation added to both channels, magnitude taken (Rayleigh in air, Rice in tissue).
using namespace nadir;
using namespace nadir::imaging;

namespace
{
constexpr GridSize size{64, 64, 6};

/// A bright disc of signal 500 (radius 24 voxels) in air.
Volume disc_in_noise(double sigma)
{
  std::mt19937 generator(11);
  std::normal_distribution<double> noise(0.0, sigma);
  std::vector<float> values;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        values.push_back(
            static_cast<float>(std::hypot((std::hypot(i - 31.5, j - 31.5) < 24 ? 500.0 : 0.0) + noise(generator), noise(generator))));
  return Volume(ImageGeometry::make(size, {2, 2, 5}, {}, {}).value(), std::move(values), std::vector<Rescale>(6));
}

Volume constant(float value)
{
  return Volume(ImageGeometry::make(size, {2, 2, 5}, {}, {}).value(), std::vector<float>(size.voxels(), value), std::vector<Rescale>(6));
}
/// Tissues with smooth borders fill the image; mean and spread of a corner are as those of noise.
Volume tissue_everywhere()
{
  std::mt19937 generator(11);
  std::normal_distribution<double> noise(0.0, 10.0);
  std::vector<float> values;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        values.push_back(static_cast<float>(
            std::hypot(550.0 + 440.0 * std::tanh(std::sin(0.15 * i + 0.25 * j + 0.9 * k)) + noise(generator), noise(generator))));
  return Volume(ImageGeometry::make(size, {2, 2, 5}, {}, {}).value(), std::move(values), std::vector<Rescale>(6));
}
}  // namespace

TEST(NoiseInAir, IsMeasuredWithinFivePercent)
{
  for (const double sigma : {2.0, 10.0, 40.0}) EXPECT_NEAR(noise_in_air(disc_in_noise(sigma)).value(), sigma, 0.05 * sigma);
}

TEST(NoiseInAir, IsUnknownWhereThereIsNoAir)
{
  EXPECT_FALSE(noise_in_air(constant(300.0f)));
  EXPECT_FALSE(noise_in_air(constant(0.0f)));
  EXPECT_FALSE(noise_in_air(tissue_everywhere()));  // a cropped limb was said to have a signal to noise of 2
}
