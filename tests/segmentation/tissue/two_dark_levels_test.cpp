// Truth: the levels that the cube was filled with. 0.45 and 0.75 of normal brain are those of necrosis and of tumour that does not
// enhance in gliomas with expert labels (BraTS 2013).
#include "segmentation/tissue/two_dark_levels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace nadir::segmentation
{
namespace
{
constexpr int width = 24;

LesionVoxels cube()
{
  const auto grid = ImageGeometry::make({width + 4, width + 4, width + 4}, {1, 1, 1}, {}, {}).value();
  return LesionVoxels(Mask::from_box(grid, {{2, 2, 2}, {width, width, width}}, std::vector<std::uint8_t>(width * width * width, 1)));
}

/// Values of a cube whose signal depends on the place along i (0 to 1), with a ripple of 0.04.
std::vector<float> values_of(const LesionVoxels& voxels, const std::function<double(double)>& signal)
{
  std::vector<float> values;
  for (const auto& v : voxels.voxels())
    values.push_back(static_cast<float>(signal((v.i - 2.0) / width) + 0.04 * std::sin(12.9 * v.i + 78.2 * v.j + 37.7 * v.k)));
  return values;
}

TEST(TwoDarkLevels, AreLiquidAndTumourThatDoesNotEnhance)
{
  const auto voxels = cube();
  const auto found = two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.35 ? 0.45 : x < 0.7 ? 0.75 : 1.4; }));
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->liquid, 0.45, 0.03);
  EXPECT_NEAR(found->solid, 0.75, 0.03);
}

TEST(TwoDarkLevels, AreNotFoundInLiquidAlone)
{
  const auto voxels = cube();
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.6 ? 0.45 : 1.4; })));
}

TEST(TwoDarkLevels, AreNotMadeOfTheSlopeBetweenDeadAndEnhancingTissue)
{
  const auto voxels = cube();
  const auto slope = [](double x) { return x < 0.4 ? 0.45 : x < 0.6 ? 0.45 + 0.95 * (x - 0.4) / 0.2 : 1.4; };
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, slope)));
}

TEST(TwoDarkLevels, AreNotFoundWhereNothingIsAsDarkAsLiquid)
{
  const auto voxels = cube();
  EXPECT_FALSE(two_dark_levels(voxels, values_of(voxels, [](double x) { return x < 0.4 ? 0.74 : x < 0.7 ? 0.92 : 1.4; })));
}
}  // namespace
}  // namespace nadir::segmentation
