// Muscle must be found as the reference beside fat that is suppressed by more or less, where no T1 image before contrast says which is
// which. Signals after contrast from T1 and uptake of the tissues (muscle 1, living tumour 1.9, dead tumour 0.8); T2 of fat 3.5 times that
// of muscle; ADC of fat 150, of muscle 1500.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/segmentation/tissue/painted_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::ChannelKind;
using segmentation::TissueClass;

/// `images`: "t1c", with "t2" or "adc" or not.
PhantomLesion lesion_in(const Body& body, double fat, const std::string& images)
{
  auto lesion = phantom_lesion({.core_fraction = body.core, .snr = 20.0}, images);
  lesion.channels.t1c->image = painted(lesion, body, {.fat = fat});
  if (lesion.channels.t2) lesion.channels.t2->image = painted(lesion, body, {.fat = 3.5, .living = 2.8, .dead = 5.5});
  if (lesion.channels.adc) lesion.channels.adc->image = painted(lesion, body, {.fat = 0.1, .living = 0.8, .dead = 1.5, .muscle = 1500.0});
  return lesion;
}

double reference_after_contrast(const segmentation::TissueMap& map)
{
  for (const auto& level : map.reference.levels)
    if (level.channel == ChannelKind::T1Contrast) return level.median;
  return 0.0;
}

TEST(SuppressedFatReference, IsMuscleBeneathARingOfFatAndNoBrain)
{
  for (const double fat_from : {57.0, 52.0, 46.0})
    for (const double fat : {0.25, 0.45, 0.6})
    {
      const auto lesion = lesion_in({.fat_from = fat_from}, fat, "t1c");
      const auto map = classified(lesion);
      EXPECT_NEAR(reference_after_contrast(map), muscle_signal, 0.1 * muscle_signal) << fat_from << " " << fat;
      EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 5.0) << fat_from << " " << fat;
    }
}

TEST(SuppressedFatReference, IsMuscleInATrunkWithMoreFatThanMuscleAndNoSkinInView)
{
  for (const char* images : {"t1c", "t1c t2", "t1c adc"})
  {
    const auto lesion = lesion_in({.is_trunk = true}, 0.4, images);
    const auto map = classified(lesion);
    EXPECT_NEAR(reference_after_contrast(map), muscle_signal, 0.1 * muscle_signal) << images;
    EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 5.0) << images;
  }
}

// Without an image after contrast fat passed for muscle, where it was the darker tissue on T2 and the commoner one.
TEST(SuppressedFatReference, IsNoFatByAdcWithoutContrastToo)
{
  for (const double core : {0.0, 0.15, 0.3})
    for (const std::uint64_t seed : {1U, 2U, 3U})
    {
      const auto map = classified(phantom_lesion(
          {.size = {115, 115, 17}, .spacing = {1.3, 1.3, 5.5}, .semi_axes = {32.0, 27.0, 35.0}, .core_fraction = core, .seed = seed},
          "t2 adc"));
      EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 100.0 * core, 3.0) << core << ' ' << seed;
      EXPECT_FALSE(warns_of(map, "the ADC of the reference")) << core << ' ' << seed;
    }
}

TEST(SuppressedFatReference, OfALesionThatIsAllDeadIsDoubtfulAndTheBandSaysSo)
{
  const auto lesion = lesion_in({.is_trunk = true, .core = 1.0}, 0.4, "t1c");
  const auto map = classified(lesion);
  EXPECT_TRUE(warns_of(map, "fat and muscle around the lesion could not be told apart"))
      << "reference " << reference_after_contrast(map) << ", dead " << percent_of(map, TissueClass::Necrosis);
  EXPECT_GT(map.part(TissueClass::Necrosis).fraction.high, 0.95);
  EXPECT_LT(map.part(TissueClass::Viable).fraction.low, 0.05);
}

TEST(SuppressedFatReference, OfFatGivenByAPersonIsContradictedByAdc)
{
  const auto lesion = lesion_in({.is_trunk = true}, 0.4, "t1c adc");
  segmentation::TissueConfig config;
  config.reference.point = PatientPoint{0.0, -40.0, 0.0};  // fat
  const auto map = classified(lesion, config);
  EXPECT_TRUE(warns_of(map, "the images contradict each other"));
  EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.01 * dead_percent(lesion)));
}

TEST(SuppressedFatReference, BesideHalfSuppressedFatMayBeBrainAndTheBandSaysSo)
{
  const auto lesion = lesion_in({.fat_from = 46.0}, 0.8, "t1c");
  const auto map = classified(lesion);
  EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.01 * dead_percent(lesion)));
  EXPECT_TRUE(warns_of(map, "or brain, could not be told") ||
              std::abs(percent_of(map, TissueClass::Necrosis) - dead_percent(lesion)) < 5.0);
}
}  // namespace
}  // namespace nadir::testing
