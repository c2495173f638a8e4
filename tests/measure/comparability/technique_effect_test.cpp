#include "measure/comparability/technique_effect.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace nadir::measure;

TEST(TechniqueEffect, OfATurnedPlaneIsTheLengthOfTheSarcoma)
{
  EXPECT_NEAR(effect_of_tilt(50, 90).diameter_mm, 0.27 * 50, 1e-9); // spec/methods.md 0.3: median z-length / diameter 1.27
  EXPECT_NEAR(effect_of_tilt(50, 0).diameter_mm, 0.0, 1e-12);
  // Section of an ellipsoid 1 : 1 : 1.27 tilted by 30 degrees, by searching its rim.
  double longest = 0.0;
  for (int n = 0; n < 100000; ++n)
  {
    const double angle = n * std::numbers::pi / 100000, x = std::cos(angle), s = std::sin(angle);
    const double y = s * std::cos(std::numbers::pi / 6), z = s * std::sin(std::numbers::pi / 6);
    longest = std::max(longest, 1.0 / std::sqrt(x * x + y * y + z * z / (1.27 * 1.27)));
  }
  EXPECT_NEAR(effect_of_tilt(50, 30).diameter_mm, 50 * (longest - 1), 1e-6);
}

TEST(TechniqueEffect, OfThickSlicesIsTheMeanLossOfASphere)
{
  // Mean diameter of the slice nearest to the centre of a sphere of 20 mm, slices 5 mm apart, by summing over all offsets.
  double sum = 0.0;
  constexpr int steps = 100000;
  for (int n = 0; n < steps; ++n)
  {
    const double z = 2.5 * (n + 0.5) / steps;
    sum += 2 * std::sqrt(100 - z * z);
  }
  EXPECT_NEAR(effect_of_slices(20, 5, 0).diameter_mm, 20 - sum / steps, 0.01);
  EXPECT_EQ(effect_of_slices(20, 4, 4).diameter_mm, 0.0);
  // spec/methods.md 3d: voxel volumes of r 8 mm at 4 mm slices scatter by 2.1 %, of r 15 mm by 0.5 to 0.6 %.
  EXPECT_NEAR(effect_of_slices(16, 4, 0).volume_percent, 2.1, 0.05);
  EXPECT_NEAR(effect_of_slices(30, 4, 0).volume_percent, 0.55, 0.1);
}

TEST(TechniqueEffect, OfFatIsItsTextbookShift)
{
  // 3.5 ppm at 1.5 T is 224 Hz: one pixel at 224 Hz a pixel.
  EXPECT_NEAR(fat_shift_mm(1.5, 223.5, 0.8), 0.8, 0.001);
  EXPECT_NEAR(fat_shift_mm(3.0, 223.5, 0.8), 1.6, 0.002);
  EXPECT_NEAR(effect_of_shift(40, 1).volume_percent, 7.5, 1e-12);
}
