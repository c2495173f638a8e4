// Truth: the levels that the cube was filled with. 0.45 and 0.75 of normal brain are those of necrosis and of tumour that does not
// enhance in gliomas with expert labels (BraTS 2013).
#include "segmentation/tissue/two_dark_levels.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "tests/segmentation/tissue/graded_cube.h"

namespace nadir::segmentation
{
namespace
{
CalmedValues values_of(const LesionVoxels& voxels, const std::function<double(double)>& signal)
{
  return calmed_values(voxels, graded_values(voxels, signal), 0.0);
}

TEST(TwoDarkLevels, AreLiquidAndTumourThatDoesNotEnhance)
{
  const auto voxels = graded_cube();
  const auto found = two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.35 ? 0.45 : x < 0.7 ? 0.75 : 1.4; }));
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->liquid, 0.45, 0.03);
  EXPECT_NEAR(found->solid, 0.75, 0.03);
}

// Seven hundredths of white matter: as in a fast examination at 1.5 T.
TEST(TwoDarkLevels, AreFoundThroughNoise)
{
  constexpr double noise = 0.07;
  const auto voxels = graded_cube();
  auto values = graded_values(voxels, [](double x) { return x < 0.35 ? 0.45 : x < 0.7 ? 0.75 : 1.4; });
  std::mt19937_64 generator(4);
  std::normal_distribution<float> normal(0.0F, static_cast<float>(noise));
  for (float& value : values) value += normal(generator);
  const auto found = two_dark_levels(voxels, calmed_values(voxels, values, 2.0 * noise));
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->liquid, 0.45, 0.03);
  EXPECT_NEAR(found->solid, 0.75, 0.03);
}

// Necrosis with protein in one part and without it in another: 0.49 and 0.64 are both liquid.
TEST(TwoDarkLevels, AreNotTwoKindsOfLiquid)
{
  const auto voxels = graded_cube();
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.35 ? 0.46 : x < 0.7 ? 0.64 : 1.4; })));
}

TEST(TwoDarkLevels, AreNotFoundInLiquidAlone)
{
  const auto voxels = graded_cube();
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.6 ? 0.45 : 1.4; })));
}

TEST(TwoDarkLevels, AreNotMadeOfTheSlopeBetweenDeadAndEnhancingTissue)
{
  const auto voxels = graded_cube();
  const auto slope = [](double x) { return x < 0.4 ? 0.45 : x < 0.6 ? 0.45 + 0.95 * (x - 0.4) / 0.2 : 1.4; };
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, slope)));
}

TEST(TwoDarkLevels, AreNotFoundWhereNothingIsAsDarkAsLiquid)
{
  const auto voxels = graded_cube();
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.4 ? 0.74 : x < 0.7 ? 0.92 : 1.4; })));
}
}  // namespace
}  // namespace nadir::segmentation
