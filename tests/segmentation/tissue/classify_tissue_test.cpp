// Truth of every fraction: ratio of the volumes of two ellipsoids, exact. Signals: spin-echo equation (sample_data/phantom/tissue.cpp).
#include <gtest/gtest.h>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::TissueClass;

/// Noise, shading, slices and movement of one examination.
struct Examination
{
  double snr;
  double shading;
  VoxelSpacing spacing;
  double movement;
};

struct FractionCase
{
  Examination examination;
  double core;
};

void PrintTo(const FractionCase& test, std::ostream* out)
{
  const auto& e = test.examination;
  *out << "core of " << test.core << ", SNR " << e.snr << ", shading " << e.shading << ", slices of " << e.spacing.k << " mm, moved by "
       << e.movement;
}

phantom::TissueVolumePlan plan_of(const FractionCase& test, std::uint64_t seed)
{
  const auto& e = test.examination;
  phantom::TissueVolumePlan plan;
  plan.spacing = e.spacing;
  plan.slice_thickness = e.spacing.k;
  plan.size = {static_cast<int>(154 / e.spacing.i), static_cast<int>(154 / e.spacing.j), static_cast<int>(100 / e.spacing.k)};
  plan.snr = e.snr;
  plan.shading = e.shading;
  plan.core_fraction = test.core;
  plan.core_offset = {0.3, 0.3, 0.2};
  plan.t1_shift = {0.7 * e.movement, 0.7 * e.movement, 0.0};
  plan.seed = seed;
  return plan;
}

class NecroticFraction : public ::testing::TestWithParam<FractionCase>
{
};

TEST_P(NecroticFraction, IsWithinTwoPointsOfTheTruthAndTheBandHoldsIt)
{
  const auto map = classified(phantom_lesion(plan_of(GetParam(), 7)));
  const auto& band = map.part(TissueClass::Necrosis).fraction;
  EXPECT_NEAR(100.0 * band.value, 100.0 * GetParam().core, 2.0);
  EXPECT_TRUE(covers(band, GetParam().core)) << band.low << " to " << band.high;
  EXPECT_TRUE(GetParam().core > 0.0 || band.value < 0.02) << band.value;
}

constexpr Examination clean{30.0, 0.0, {1.4, 1.4, 4.0}, 0.0}, shaded{30.0, 0.4, {1.4, 1.4, 4.0}, 1.0},
    moved{15.0, 0.2, {1.0, 1.0, 3.0}, 2.0}, thick{15.0, 0.0, {1.4, 1.4, 6.0}, 0.0}, noisy{8.0, 0.2, {1.4, 1.4, 4.0}, 1.0};

std::vector<FractionCase> every_case()
{
  std::vector<FractionCase> cases;
  for (const auto& examination : {clean, shaded, moved, thick, noisy})
    for (const double core : {0.0, 0.02, 0.3, 0.6, 0.95, 1.0}) cases.push_back({examination, core});
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Phantoms, NecroticFraction, ::testing::ValuesIn(every_case()));

TEST(TissueMap, FractionsAddUpToOneAndMasksToTheLesion)
{
  const auto lesion = phantom_lesion({.core_fraction = 0.4});
  const auto map = classified(lesion);
  double fractions = 0.0;
  std::uint64_t voxels = 0;
  for (const auto& part : map.parts) fractions += part.fraction.value, voxels += part.mask.count();
  EXPECT_NEAR(fractions, 1.0, 1e-12);
  EXPECT_EQ(voxels, lesion.mask.count());
}

TEST(TissueMap, BandsHoldTheirValueAndStayWithinZeroAndOne)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.4, .snr = 10.0}));
  for (const auto& part : map.parts)
  {
    EXPECT_LE(0.0, part.fraction.low);
    EXPECT_LE(part.fraction.low, part.fraction.value);
    EXPECT_LE(part.fraction.value, part.fraction.high);
    EXPECT_LE(part.fraction.high, 1.0);
  }
}

TEST(TissueMap, GivesTheDiffusionOfEachTissue)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.4, .snr = 30.0}));
  EXPECT_NEAR(map.part(TissueClass::Necrosis).adc->summary.median, 2300.0, 60.0);  // of the phantom's liquid
  EXPECT_NEAR(map.part(TissueClass::Viable).adc->summary.median, 950.0, 60.0);     // of its solid tumour
  EXPECT_LT(map.part(TissueClass::Viable).adc->summary.tenth_percentile, 950.0);
}

TEST(TissueMap, EnhancesWhereItIsViableOnly)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.4, .snr = 30.0}));
  EXPECT_NEAR(map.part(TissueClass::Viable).enhancement->summary.median, (2.2 - 1.23) / (2.2 + 1.23),
              0.05);  // spin-echo signals over muscle
  EXPECT_NEAR(map.part(TissueClass::Necrosis).enhancement->summary.median, 0.0, 0.08);
}

TEST(TissueMap, CallsOldBloodHaemorrhage)
{
  const auto map = classified(phantom_lesion({.core = phantom::Tissue::Haemorrhage, .core_fraction = 0.3, .snr = 30.0}));
  EXPECT_NEAR(percent_of(map, TissueClass::Haemorrhage), 30.0, 4.0);
  EXPECT_LT(percent_of(map, TissueClass::Necrosis), 4.0);
}

TEST(TissueMap, CallsFatWithinTheLesionFat)
{
  const auto map = classified(phantom_lesion({.core = phantom::Tissue::Fat, .core_fraction = 0.3, .snr = 30.0}));
  EXPECT_NEAR(percent_of(map, TissueClass::Fat), 30.0, 4.0);
  EXPECT_LT(percent_of(map, TissueClass::Necrosis), 4.0);
}

TEST(TissueMap, CallsSolidTissueWithoutUptakeIndeterminate)
{
  const auto map = classified(phantom_lesion({.core = phantom::Tissue::Muscle, .core_fraction = 0.4, .snr = 30.0}));  // low ADC, no uptake
  EXPECT_NEAR(percent_of(map, TissueClass::Indeterminate), 40.0, 5.0);
  EXPECT_LT(percent_of(map, TissueClass::Necrosis), 5.0);
}

TEST(TissueMap, KeepsAnUnevenlyEnhancingTumourViable)
{
  for (const std::uint64_t seed : {1U, 2U, 3U})
    EXPECT_LT(
        percent_of(classified(phantom_lesion({.core_fraction = 0.0, .texture = 0.15, .snr = 15.0, .seed = seed})), TissueClass::Necrosis),
        2.0)
        << seed;
}

TEST(TissueMap, IsTheSameEveryTime)
{
  const auto lesion = phantom_lesion({.core_fraction = 0.4, .snr = 8.0});
  EXPECT_EQ(label_map(classified(lesion)), label_map(classified(lesion)));
}
}  // namespace
}  // namespace nadir::testing
