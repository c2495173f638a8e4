// Truth: diffusion of water at 37 degrees (3.0 x 1e-3 mm2/s), of muscle and brain (sources in adc_range.h).
#include "segmentation/tissue/adc_range.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::adc_range_words;
using segmentation::AdcSamples;
using segmentation::AdcUnit;
using segmentation::TissueError;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A lesion half solid (1200) and half liquid (2400) in muscle (1450) and fat (150), all times a factor.
AdcSamples limb(float factor)
{
  AdcSamples samples{
      .lesion = std::vector<float>(200, 1200.0F * factor), .reference = std::vector<float>(400, 1450.0F * factor), .around = {}};
  samples.lesion.resize(400, 2400.0F * factor);
  samples.around.assign(600, 150.0F * factor);
  samples.around.resize(1200, 1450.0F * factor);
  samples.around.resize(2000, 0.0F);
  return samples;
}

TEST(AdcRange, OfLivingTissueNeedsNoWord)
{
  const auto words = adc_range_words(limb(1.0F), std::nullopt);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, IsEmpty());
}

TEST(AdcRange, TenTimesTooLowIsAskedAbout)
{
  const auto words = adc_range_words(limb(0.1F), std::nullopt);
  ASSERT_FALSE(words);
  EXPECT_TRUE(words.failure().is(TissueError::AdcUnit));
}

TEST(AdcRange, TenTimesTooLowInTheUnitThatAPersonSaidIsWarnedOf)
{
  const auto words = adc_range_words(limb(0.1F), AdcUnit::SquareMicrometersPerSecond);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, Contains(HasSubstr("in spite of the unit")));
}

TEST(AdcRange, TwiceTooHighIsWarnedOf)
{
  const auto words = adc_range_words(limb(2.0F), std::nullopt);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, Contains(HasSubstr("reference tissue is 2900")));
  EXPECT_THAT(*words, Contains(HasSubstr("water at body temperature")));
}

TEST(AdcRange, ThreeTimesTooLowIsWarnedOf)
{
  const auto words = adc_range_words(limb(0.33F), std::nullopt);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, Contains(HasSubstr("reference tissue is 479")));
}

// Brain of 750, white and grey; a lymphoma of 600.
TEST(AdcRange, OfACellularTumourInTheBrainNeedsNoWord)
{
  const auto words =
      adc_range_words({std::vector<float>(300, 600.0F), std::vector<float>(400, 750.0F), std::vector<float>(1500, 750.0F)}, std::nullopt);
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, IsEmpty());
}

// Said to be in 1e-6 mm2/s by its header and ten times too low, a map of a liquid lesion (240) passed, and no liquid was found.
TEST(AdcRange, OfAWholeExaminationIsLookedAt)
{
  auto lesion = phantom_lesion({.core_fraction = 0.9, .snr = 30.0});
  const auto& adc = *lesion.volumes.adc;
  std::vector<float> low;
  for (int k = 0; k < adc.geometry().size().k; ++k)
    for (const float value : adc.slice(k)) low.push_back(0.1F * value);
  lesion.channels.adc->image = std::make_shared<const imaging::Volume>(
      adc.geometry(), std::move(low), std::vector<imaging::Rescale>(static_cast<std::size_t>(adc.geometry().size().k)), "1e-6 mm2/s");
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::AdcUnit));
  EXPECT_THAT(classified(phantom_lesion({.core_fraction = 0.9, .snr = 30.0})).warnings, ::testing::Not(Contains(HasSubstr("ADC"))));
}
}  // namespace
}  // namespace nadir::testing
