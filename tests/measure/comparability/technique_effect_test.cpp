#include "measure/comparability/technique_effect.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/measure/comparability/sliced_ellipsoid.h"

using namespace nadir::measure;
using namespace nadir::testing;

TEST(TechniqueEffect, OfATurnedPlaneIsTheLengthOfTheSarcoma)
{
  EXPECT_NEAR(effect_of_tilt(50, 90).diameter_mm, 0.27 * 50, 1e-9);  // spec/methods.md 0.3: median z-length / diameter 1.27
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

TEST(TechniqueEffect, OfThickSlicesIsTheLossOfAnEllipsoidAndItsScatter)
{
  // Widest section of an ellipsoid of 20 mm, 25.4 mm along the slices, among slices 5 mm apart, by summing over all offsets; the other
  // examination loses nothing.
  double squares = 0.0;
  constexpr int steps = 100000;
  for (int n = 0; n < steps; ++n)
  {
    const double z = 2.5 * (n + 0.5) / steps / 1.27, loss = 20 - 2 * std::sqrt(100 - z * z);
    squares += loss * loss;
  }
  EXPECT_NEAR(effect_of_slices(20, 5, 0).diameter_mm, std::sqrt(squares / steps), 0.01);
  // spec/methods.md 3d: voxel volumes of r 8 mm at 4 mm slices scatter by 2.1 %, of r 15 mm by 0.5 to 0.6 %.
  EXPECT_NEAR(effect_of_slices(16, 4, 0).volume_percent, 2.1, 0.05);
  EXPECT_NEAR(effect_of_slices(30, 4, 0).volume_percent, 0.55, 0.1);
}

// 15 and 30 mm, from contiguous slices to slices with gaps: what sampled ellipsoids differ by is estimated within a factor of two.
TEST(TechniqueEffect, OfSlicesAndGapsIsWhatSampledEllipsoidsShow)
{
  struct Pair
  {
    SliceStack before, after;
  };
  for (const double diameter : {15.0, 30.0})
    for (const auto& [before, after] : {Pair{{3, 3}, {5, 5}}, Pair{{5, 5}, {5, 3}}, Pair{{3, 3}, {6, 6}}, Pair{{4, 4}, {7.8, 6}}})
    {
      const auto estimate = effect_of_slices(diameter, before.step, after.step);
      const double upright = difference_of_widest(diameter, before, after), volumes = difference_of_volumes(diameter, before, after);
      EXPECT_GT(estimate.diameter_mm, 0.5 * upright) << diameter << ' ' << before.step << ' ' << after.step;
      EXPECT_LT(estimate.diameter_mm, 2.0 * upright) << diameter << ' ' << before.step << ' ' << after.step;
      EXPECT_GT(estimate.volume_percent, 0.5 * volumes) << diameter << ' ' << before.step << ' ' << after.step;
      EXPECT_LT(estimate.volume_percent, 2.0 * volumes) << diameter << ' ' << before.step << ' ' << after.step;
    }
}

TEST(TechniqueEffect, OfFatIsItsTextbookShift)
{
  // 3.5 ppm at 1.5 T is 224 Hz: one pixel at 224 Hz a pixel.
  EXPECT_NEAR(fat_shift_mm(1.5, 223.5, 0.8), 0.8, 0.001);
  EXPECT_NEAR(fat_shift_mm(3.0, 223.5, 0.8), 1.6, 0.002);
  EXPECT_NEAR(effect_of_shift(40, 1).volume_percent, 7.5, 1e-12);
}
