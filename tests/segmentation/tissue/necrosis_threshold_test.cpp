// A threshold that a person sets: what it moves, and that what stood before stays beside it. Truth: volumes of two ellipsoids.
#include <gmock/gmock.h>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::NecrosisThreshold;
using segmentation::ThresholdQuantity;
using segmentation::TissueClass;
using ::testing::HasSubstr;

phantom::TissueVolumePlan plan()
{
  phantom::TissueVolumePlan plan;
  plan.spacing = {1.4, 1.4, 4.0};
  plan.slice_thickness = 4.0;
  plan.size = {110, 110, 25};
  plan.core_fraction = 0.3;
  plan.seed = 5;
  return plan;
}

segmentation::TissueFit fit_of(const PhantomLesion& lesion)
{
  auto fit = segmentation::fit_tissue(lesion.mask, lesion.channels);
  EXPECT_TRUE(fit) << fit.failure().message();
  return *fit;
}

double necrosis_at(const segmentation::TissueFit& fit, const NecrosisThreshold& threshold)
{
  const auto map = fit.map(threshold);
  EXPECT_TRUE(map) << map.failure().message();
  return map->part(TissueClass::Necrosis).fraction.value;
}
}  // namespace

TEST(NecrosisThreshold, IsOneOfTheQuantityThatTheImagesGive)
{
  const std::pair<const char*, ThresholdQuantity> cases[]{{"t1 t1c t2 adc", ThresholdQuantity::Enhancement},
                                                          {"t1c", ThresholdQuantity::PostContrast},
                                                          {"t2 adc", ThresholdQuantity::Adc},
                                                          {"t2", ThresholdQuantity::T2}};
  for (const auto& [images, quantity] : cases)
  {
    const auto map = classified(phantom_lesion(plan(), images));
    ASSERT_TRUE(map.threshold) << images;
    EXPECT_EQ(map.threshold->threshold.quantity, quantity) << images;
    EXPECT_FALSE(map.threshold->is_set);
    EXPECT_LE(map.threshold->low, map.threshold->automatic);
    EXPECT_GE(map.threshold->high, map.threshold->automatic);
  }
}

/// ADC of the phantom's solid and liquid tissue: 1200 and 2400 x 1e-6 mm2/s.
TEST(NecrosisThreshold, LiesBetweenTheLevelsOfLivingAndDeadTissue)
{
  const auto map = classified(phantom_lesion(plan(), "t2 adc"));
  EXPECT_GT(map.threshold->automatic, 1400);
  EXPECT_LT(map.threshold->automatic, 2300);
}

TEST(NecrosisThreshold, SetToTheAutomaticValueChangesNothing)
{
  for (const char* images : {"t1 t1c t2 adc", "t1c", "t2 adc"})
  {
    const auto fit = fit_of(phantom_lesion(plan(), images));
    const auto automatic = *fit.map(), set = *fit.map(automatic.threshold->threshold);
    for (const auto tissue : segmentation::tissue_classes)
      EXPECT_DOUBLE_EQ(set.part(tissue).fraction.value, automatic.part(tissue).fraction.value) << images;
    EXPECT_TRUE(set.threshold->is_set);
  }
}

TEST(NecrosisThreshold, CallsMoreDeadTheFurtherItGoesTowardsLivingTissue)
{
  const auto fit = fit_of(phantom_lesion(plan(), "t1 t1c"));
  const auto automatic = fit.map()->threshold->threshold;
  double before = -1.0;
  for (const double by : {-2.0, -0.3, -0.1, 0.0, 0.1, 0.3, 2.0})
  {
    const double now = necrosis_at(fit, {automatic.quantity, automatic.value + by});
    EXPECT_GE(now, before - 0.005) << by;  // neighbours decide single voxels
    before = now;
  }
  EXPECT_LT(necrosis_at(fit, {automatic.quantity, automatic.value - 2.0}), 0.01);
  EXPECT_GT(necrosis_at(fit, {automatic.quantity, automatic.value + 2.0}), 0.95);
}

TEST(NecrosisThreshold, TurnsRoundForAdcWhereDeadTissueLiesAbove)
{
  const auto fit = fit_of(phantom_lesion(plan(), "adc"));
  EXPECT_LT(necrosis_at(fit, {ThresholdQuantity::Adc, 3500.0}), 0.05);
  EXPECT_GT(necrosis_at(fit, {ThresholdQuantity::Adc, 500.0}), 0.9);
}

TEST(NecrosisThreshold, KeepsTheAutomaticOneAndItsBandBesideTheSetOne)
{
  const auto fit = fit_of(phantom_lesion(plan(), "t1 t1c t2 adc"));
  const auto automatic = *fit.map();
  const auto set = *fit.map(NecrosisThreshold{ThresholdQuantity::Enhancement, automatic.threshold->automatic + 0.2});
  EXPECT_DOUBLE_EQ(set.threshold->automatic, automatic.threshold->automatic);
  const auto& beside = set.threshold->automatic_necrosis;
  const auto& found = automatic.part(TissueClass::Necrosis).fraction;
  EXPECT_EQ((std::array{beside.value, beside.low, beside.high}), (std::array{found.value, found.low, found.high}));
  EXPECT_TRUE(covers(beside, 0.3));
  EXPECT_LT(set.threshold->low, set.threshold->threshold.value);
  EXPECT_GT(set.threshold->high, set.threshold->threshold.value);
}

/// Where T2 and ADC show that the rim is solid, a threshold above its enhancement makes it indeterminate, not dead, and words say why.
TEST(NecrosisThreshold, SaysWhyTissueThatNoLongerCountsAsViableIsIndeterminate)
{
  const auto fit = fit_of(phantom_lesion(plan(), "t1 t1c t2 adc"));
  const auto automatic = *fit.map();
  auto high = automatic.threshold->threshold;
  high.value += 1.0;  // of muscle: the rim enhances by less
  const auto raised = *fit.map(high);
  ASSERT_GT(raised.part(TissueClass::Indeterminate).fraction.value, 0.1);
  EXPECT_THAT(raised.undecided,
              ::testing::Contains(::testing::AllOf(HasSubstr("not liquid by T2 and ADC"), HasSubstr("with the automatic one"))));
  EXPECT_THAT(fit.map(automatic.threshold->threshold)->undecided, ::testing::Not(::testing::Contains(HasSubstr("with the automatic one"))));
  const auto alone = fit_of(phantom_lesion(plan(), "t2 adc"));
  EXPECT_THAT(alone.map(NecrosisThreshold{ThresholdQuantity::Adc, 2300})->undecided,
              ::testing::Not(::testing::Contains(HasSubstr("with the automatic one"))));
}

TEST(NecrosisThreshold, IsRefusedForImagesThatTellByAnotherQuantity)
{
  const auto lesion = phantom_lesion(plan(), "t1c t2");
  segmentation::TissueConfig config;
  config.necrosis_threshold = {ThresholdQuantity::Enhancement, 0.3};
  const auto map = segmentation::classify_tissue(lesion.mask, lesion.channels, config);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(segmentation::TissueError::ThresholdQuantity));
  EXPECT_THAT(map.failure().message(), HasSubstr("by post-contrast"));
}
}  // namespace nadir::testing
