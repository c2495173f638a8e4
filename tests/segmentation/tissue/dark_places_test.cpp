// Truth: the levels that the cube was filled with. Levels of liquid and of solid tumour without uptake beside white matter: spin-echo
// equation, TR 600 ms (sources in tissue_config.h).
#include "segmentation/tissue/dark_places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/segmentation/tissue/graded_cube.h"
#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::segmentation
{
namespace
{
std::ptrdiff_t marked(const std::vector<std::uint8_t>& marks)
{
  return std::ranges::count_if(marks, [](auto mark) { return mark == 2; });
}

DarkPlaces places_in(const LesionVoxels& voxels, const std::function<double(double)>& signal)
{
  return dark_places(voxels, calmed_values(voxels, graded_values(voxels, signal), 0.0), std::vector<float>(voxels.count(), 0.65F));
}

TEST(DarkPlaces, BesideBrainHoldNoLiquidWhereNothingIsAsDark)
{
  const auto voxels = graded_cube();
  const auto found = places_in(voxels, [](double x) { return x < 0.4 ? 0.78 : 1.4; });
  EXPECT_EQ(marked(found.may_be_liquid), 0);
  EXPECT_NEAR(found.levels.solid, 0.78, 0.02);
  EXPECT_LT(found.levels.liquid, 0.6);
}

TEST(DarkPlaces, BesideBrainHoldNoSolidTissueBetweenLiquidAndRim)
{
  const auto voxels = graded_cube();
  const auto slope = [](double x) { return x < 0.4 ? 0.45 : x < 0.6 ? 0.45 + 0.95 * (x - 0.4) / 0.2 : 1.4; };
  const auto found = places_in(voxels, slope);
  EXPECT_EQ(std::ranges::count(found.may_be_solid, std::uint8_t{1}), 0);
  EXPECT_GT(marked(found.may_be_liquid), graded_cube_width * graded_cube_width * 9);
}
}  // namespace
}  // namespace nadir::segmentation

namespace nadir::testing
{
namespace
{
using segmentation::TissueClass;

TEST(DarkPlaces, OfALimbWithContrastAloneKeepSmallNecrosesAndInventNone)
{
  for (const double core : {0.0, 0.03})
    for (const double snr : {30.0, 15.0})
    {
      const auto map = classified(phantom_lesion({.core_fraction = core, .snr = snr, .shading = 0.4}, "t1c"));
      EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 100.0 * core, 2.5) << core << ' ' << snr;
    }
}
}  // namespace
}  // namespace nadir::testing
