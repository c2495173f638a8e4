// Muscle must be found as the reference beside fat that is suppressed by more or less, where no T1 image before contrast says which is
// which. Signals after contrast from T1 and uptake of the tissues (muscle 1, living tumour 1.9, dead tumour 0.8); T2 of fat 3.5 times that
// of muscle; ADC of fat 150, of muscle 1500.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::ChannelKind;
using segmentation::TissueClass;

constexpr double muscle_signal = 500.0;

/// Signals of one kind of image as multiples of muscle.
struct Signals
{
  double fat = 0.45;
  double living = 1.9;
  double dead = 0.8;
  double muscle = muscle_signal;  ///< image value
};

/// A limb whose fat begins `fat_from` mm from its axis and ends in the air at 66 mm; or a trunk: fat in front of and behind a slab of
/// muscle, and no air in view.
struct Body
{
  double fat_from = 56.0;
  bool is_trunk = false;
  double core = 0.75;
};

bool is_fat(const Body& body, PatientPoint place)
{
  return body.is_trunk ? place.posterior < -2.0 || place.posterior > 44.0 : std::hypot(place.left, place.posterior) > body.fat_from;
}

double level_at(const Body& body, const Signals& signals, PatientPoint place)
{
  if (!body.is_trunk && std::hypot(place.left, place.posterior) > 66.0) return 0.0;
  if (is_fat(body, place)) return signals.fat;
  return 1.0 + 0.07 * std::sin(0.15 * place.left) * std::cos(0.13 * place.posterior);  // muscles differ a little
}

std::shared_ptr<const imaging::Volume> painted(const PhantomLesion& lesion, const Body& body, const Signals& signals)
{
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0.0, 0.05 * signals.muscle);
  const auto& geometry = lesion.volumes.geometry;
  std::vector<float> values;
  for (int k = 0; k < geometry.size().k; ++k)
    for (int j = 0; j < geometry.size().j; ++j)
      for (int i = 0; i < geometry.size().i; ++i)
      {
        const bool is_lesion = lesion.volumes.lesion[values.size()] != 0, is_core = lesion.volumes.core[values.size()] != 0;
        const double level = is_core     ? signals.dead
                             : is_lesion ? signals.living
                                         : level_at(body, signals, geometry.voxel_to_patient(VoxelIndex{i, j, k}));
        values.push_back(static_cast<float>(std::hypot(signals.muscle * level + noise(random), noise(random))));
      }
  return std::make_shared<imaging::Volume>(geometry, imaging::StoredVoxels(std::move(values)),
                                           std::vector<imaging::Rescale>(static_cast<std::size_t>(geometry.size().k)));
}

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

bool warns_of(const segmentation::TissueMap& map, std::string_view words)
{
  return std::ranges::any_of(map.warnings, [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
}

/// Dead part of the voxels of the lesion, %.
double dead_percent(const PhantomLesion& lesion)
{
  return 100.0 * static_cast<double>(std::ranges::count(lesion.volumes.core, 1)) / static_cast<double>(lesion.mask.count());
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
