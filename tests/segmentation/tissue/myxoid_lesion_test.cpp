// Myxoid tumour is nearly as bright as liquid on T2 (T2 about 250 ms, against 330 of liquid, 80 to 100 of solid tumour and 38 of
// muscle: 5.6 times muscle at TE 80) and before contrast nearly as dark (T1 about 2000 ms: 0.65 of muscle). It takes up contrast, though
// less than other tumours, and then lies at muscle or above; liquid stays at 0.65 to 0.7.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/segmentation/tissue/painted_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::TissueClass;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Signals before_contrast{.fat = 2.6, .living = 0.65, .dead = 0.68};

struct Images
{
  Signals after{};
  Signals t2{.fat = 0.5, .living = 5.7, .dead = 5.6};
  Signals before = before_contrast;
};

/// `kinds`: of "t1 t1c t2".
PhantomLesion lesion_with(double core, const std::string& kinds, const Images& images)
{
  auto lesion = phantom_lesion({.core_fraction = core, .snr = 20.0}, kinds);
  if (lesion.channels.t1) lesion.channels.t1->image = painted(lesion, {}, images.before);
  if (lesion.channels.t1c) lesion.channels.t1c->image = painted(lesion, {}, images.after);
  if (lesion.channels.t2) lesion.channels.t2->image = painted(lesion, {}, images.t2);
  return lesion;
}

const segmentation::FractionBand& necrosis_of(const segmentation::TissueMap& map) { return map.part(TissueClass::Necrosis).fraction; }

TEST(MyxoidLesion, AsBrightAsMuscleAfterContrastMayLiveOrBeDeadAndTheBandHoldsBoth)
{
  for (const auto* kinds : {"t1c t2", "t1c"})
  {
    const auto lesion = lesion_with(0.05, kinds, {.after = {.living = 0.98, .dead = 0.66}});
    const auto map = classified(lesion);
    EXPECT_TRUE(covers(necrosis_of(map), 0.01 * dead_percent(lesion))) << kinds << " from " << necrosis_of(map).low;
    EXPECT_TRUE(covers(necrosis_of(map), 0.95)) << kinds << " to " << necrosis_of(map).high;
    EXPECT_TRUE(warns_of(map, "weak uptake")) << kinds;
  }
}

TEST(MyxoidLesion, OfWeakUptakeLivesByAnImageBeforeContrast)
{
  for (const double bright : {0.0, 1.9})
  {
    const auto lesion = lesion_with(0.2, "t1 t1c t2", {.after = {.living = 0.98, .dead = 0.66, .bright = bright}});
    const auto map = classified(lesion);
    EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 4.0) << bright;
    EXPECT_TRUE(covers(necrosis_of(map), 0.01 * dead_percent(lesion))) << necrosis_of(map).low << " to " << necrosis_of(map).high;
  }
}

TEST(MyxoidLesion, CorePlainlyDarkerThanMuscleInAnEnhancingRimKeepsItsNarrowBand)
{
  for (const double living : {1.3, 1.8})
  {
    const auto lesion = lesion_with(0.45, "t1c t2", {.after = {.living = living, .dead = 0.66}});
    const auto map = classified(lesion);
    EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 3.0) << living;
    EXPECT_LT(necrosis_of(map).high - necrosis_of(map).low, 0.25) << living;
    EXPECT_FALSE(warns_of(map, "weak uptake")) << living;
  }
}

// What takes up nothing was called indeterminate, with a band of necrosis from 0 to 0, as it is no brighter than the tumour that lives.
TEST(MyxoidLesion, PartWithoutUptakeIsNecrosisThoughTheLivingPartIsAsBrightOnT2)
{
  for (const double core : {0.15, 0.3})
  {
    const auto lesion = lesion_with(core, "t1 t1c t2", {.after = {.living = 1.22, .dead = 0.68}});
    const auto map = classified(lesion);
    EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 3.0);
    EXPECT_TRUE(covers(necrosis_of(map), 0.01 * dead_percent(lesion)));
    EXPECT_THAT(map.undecided, Contains(HasSubstr("as bright on T2 as liquid")));
  }
}

TEST(MyxoidLesion, PartWithoutUptakeThatIsDarkOnT2StaysIndeterminate)
{
  const auto lesion =
      lesion_with(0.3, "t1 t1c t2", {.after = {.living = 1.22, .dead = 0.9}, .t2 = {.fat = 0.5, .living = 5.7, .dead = 1.5}});
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Indeterminate), dead_percent(lesion), 5.0);
  EXPECT_LT(percent_of(map, TissueClass::Necrosis), 3.0);
}

// A rim of mixtures with liquid is brighter on T2 than solid tumour is; the liquid was then cut in two, half of it called indeterminate.
TEST(LiquidLesion, IsNotCutInTwoByALivingRimThatIsNearlyAsBrightOnT2)
{
  const auto lesion =
      lesion_with(0.7, "t1 t1c t2", {.after = {.living = 1.6, .dead = 0.68}, .t2 = {.fat = 0.5, .living = 5.0, .dead = 5.6}});
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 4.0);
  EXPECT_TRUE(covers(necrosis_of(map), 0.01 * dead_percent(lesion)));
}

// A tumour whose T2 differs by up to a quarter from its middle was called half liquid, with a narrow band.
TEST(LesionWithoutContrast, OfOneTissueThatTheBorderOfLiquidCutsInTwoMayAllBeSolid)
{
  const auto lesion = lesion_with(0.0, "t2", {.t2 = {.fat = 0.5, .living = 4.5, .texture = 0.25}});
  const auto map = classified(lesion);
  EXPECT_TRUE(covers(necrosis_of(map), 0.0)) << necrosis_of(map).low << " to " << necrosis_of(map).high;
  EXPECT_THAT(map.undecided, Contains(HasSubstr("one tissue only")));
}

TEST(LesionWithoutContrast, OfTwoTissuesOnT2KeepsItsNarrowBand)
{
  const auto lesion = lesion_with(0.3, "t2", {.t2 = {.fat = 0.5, .living = 3.0, .dead = 5.6}});
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), dead_percent(lesion), 3.0);
  EXPECT_LT(necrosis_of(map).high - necrosis_of(map).low, 0.2);
  EXPECT_THAT(map.undecided, Not(Contains(HasSubstr("one tissue only"))));
}
}  // namespace
}  // namespace nadir::testing
