// Truth: the levels and the noise that the cube was filled with.
#include "segmentation/tissue/calmed_values.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/segmentation/tissue/graded_cube.h"

namespace nadir::segmentation
{
namespace
{
constexpr double noise = 0.08;

double level_at(int i) { return i < 14 ? 0.5 : 1.4; }

std::vector<float> noisy_step(const LesionVoxels& voxels)
{
  std::mt19937_64 generator(7);
  std::normal_distribution<double> normal(0.0, noise);
  std::vector<float> values;
  for (const auto& voxel : voxels.voxels()) values.push_back(static_cast<float>(level_at(voxel.i) + normal(generator)));
  return values;
}

/// Root mean square of what a lesion's values are off their level.
double error_of(const LesionVoxels& voxels, const std::vector<float>& values)
{
  double sum = 0.0;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
    sum += std::pow(static_cast<double>(values[n]) - level_at(voxels.voxels()[n].i), 2);
  return std::sqrt(sum / static_cast<double>(voxels.lesion_count()));
}

TEST(CalmedValues, LoseTwoThirdsOfTheNoiseAndKeepTheBorder)
{
  const auto voxels = graded_cube();
  const auto calmed = calmed_values(voxels, noisy_step(voxels), 1.0);
  EXPECT_NEAR(error_of(voxels, calmed.own), noise, 0.005);
  EXPECT_LT(error_of(voxels, calmed.calm), noise / 3.0);
}

TEST(CalmedValues, OfATissueWithoutNoiseAreItsOwn)
{
  const auto voxels = graded_cube();
  const auto calmed = calmed_values(voxels, noisy_step(voxels), 0.0);
  EXPECT_EQ(calmed.own, calmed.calm);
  EXPECT_FLOAT_EQ(calmed.even, 0.2F);
}

TEST(CalmedValues, LeaveOutWhatIsNoNumber)
{
  const auto voxels = graded_cube();
  auto values = noisy_step(voxels);
  values[5000] = std::nanf("");
  const auto calmed = calmed_values(voxels, values, 1.0);
  EXPECT_TRUE(std::isnan(calmed.calm[5000]));
  EXPECT_TRUE(std::isfinite(calmed.calm[4999]));
  EXPECT_TRUE(std::isfinite(calmed.calm[5001]));
}
}  // namespace
}  // namespace nadir::segmentation
