#include "segmentation/tissue/adc_unit.h"

#include <gtest/gtest.h>

namespace nadir::testing
{
namespace
{
using segmentation::adc_factor;
using segmentation::AdcUnit;
using segmentation::TissueError;

imaging::Volume image_of_unit(const std::string& unit)
{
  return {*ImageGeometry::make({1, 1, 1}, {}, {}, {}), std::vector<float>{1.0F}, {imaging::Rescale{}}, unit};
}

TEST(AdcUnit, IsToldFromTheOnlyUnitInWhichTissueDiffusesAsItDoes)
{
  EXPECT_EQ(*adc_factor(image_of_unit(""), {1200.0F, 1400.0F}, {}), 1.0);
  EXPECT_EQ(*adc_factor(image_of_unit(""), {1.2F, 1.4F, 0.0F}, {}), 1e3);
  EXPECT_EQ(*adc_factor(image_of_unit(""), {1.2e-3F, 1.4e-3F}, {}), 1e6);
}

TEST(AdcUnit, OfTheHeaderMustFitTheValues)
{
  EXPECT_EQ(*adc_factor(image_of_unit("1e-6 mm2/s"), {1200.0F}, {}), 1.0);
  const auto contradiction = adc_factor(image_of_unit("1e-6 mm2/s"), {1.2e-3F}, {});
  ASSERT_FALSE(contradiction);
  EXPECT_TRUE(contradiction.failure().is(TissueError::AdcUnit));
}

TEST(AdcUnit, IsAskedForWhenNothingFits)
{
  EXPECT_FALSE(adc_factor(image_of_unit(""), {40.0F, 60.0F}, {}));
  EXPECT_FALSE(adc_factor(image_of_unit(""), {-1.0F, 1.0F, -0.5F, 0.6F}, {}));  // z-scored
  EXPECT_FALSE(adc_factor(image_of_unit(""), {}, {}));
}

// A map in 1e-3 mm2/s said to be in 1e-6: every lesion would hold no liquid.
TEST(AdcUnit, OfAPersonDoesNotWinAgainstPhysics)
{
  EXPECT_FALSE(adc_factor(image_of_unit(""), {0.9F, 1.2F, 2.6F}, AdcUnit::SquareMicrometersPerSecond));
  EXPECT_FALSE(adc_factor(image_of_unit(""), {900.0F, 1200.0F}, AdcUnit::SquareMillimetersPerSecond));
}

TEST(AdcUnit, OfAPersonWins) { EXPECT_EQ(*adc_factor(image_of_unit(""), {40.0F}, AdcUnit::SquareMicrometersPerSecond), 1.0); }
}  // namespace
}  // namespace nadir::testing
