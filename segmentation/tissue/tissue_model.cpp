#include "segmentation/tissue/tissue_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "segmentation/tissue/calmed_values.h"
#include "segmentation/tissue/dark_tissue.h"
#include "segmentation/tissue/drawn_level.h"
#include "segmentation/tissue/level_finder.h"
#include "segmentation/tissue/order_statistics.h"
#include "segmentation/tissue/signal_modes.h"

namespace nadir::segmentation
{
namespace
{
using enum TissueClass;

constexpr double least_viable_level =
    1.05;  // anywhere in the lesion: viable tumour is not darker than muscle or normal brain after contrast
constexpr double least_enhancement = 0.2;

double noise_of(const ReferenceFound& reference, ChannelKind kind)
{
  const auto& scale = reference.scales[index_of(kind)];
  return scale ? deviation_to_sigma * scale->deviation : 0.0;
}

/// Solid and liquid level of T2 or ADC, and the viable one.
struct LiquidLevels
{
  double viable;
  double solid;
  double liquid;
  bool are_both_seen;
  bool is_living_as_liquid = false;
};

/// Whether a lesion shows two tissues: a fiftieth of it at least is of the rarer one.
bool are_both(std::size_t solid, std::size_t liquid, std::size_t lesion)
{
  constexpr std::size_t rarest = 50;
  return std::min(solid, liquid) >= std::max(static_cast<std::size_t>(enough_voxels), lesion / rarest);
}

/// The level of the voxels chosen, drawn back to a prior and held within limits.
template <class Choose>
double level_where(const LevelFinder& finder, const std::vector<float>& values, Choose choose, double prior, LevelLimits limits)
{
  return clamped(drawn_back(seen_level(values_where(values, finder.count(), choose)), prior, finder.count()), limits);
}

LiquidLevels adc_levels(const LevelFinder& finder, const TissueConfig& config)
{
  const auto& adc = finder.of(TissueFeature::Adc);
  const auto& sides = finder.sides();
  const auto is_viable = [&](std::size_t n) { return finder.is_deep(n) && sides[n] > 0; };
  const auto is_free = [&](std::size_t n) { return finder.is_deep(n) && sides[n] <= 0; };
  const double middle = 0.5 * (config.adc.viable + config.adc.dead);
  const auto at = [&](std::size_t n) { return static_cast<double>(adc[n]); };
  const auto is_solid = [&](std::size_t n) { return is_free(n) && at(n) < middle - 150.0; };
  const auto is_liquid = [&](std::size_t n) { return is_free(n) && at(n) > middle + 150.0; };
  LiquidLevels levels{};
  levels.viable = level_where(finder, adc, is_viable, config.adc.viable, {400, 2600});
  levels.solid = level_where(finder, adc, is_solid, config.adc.viable, {500, 1500});
  levels.liquid = level_where(finder, adc, is_liquid, config.adc.dead, {1900, 3200});
  levels.are_both_seen =
      are_both(values_where(adc, finder.count(), is_solid).size(), values_where(adc, finder.count(), is_liquid).size(), finder.count());
  return levels;
}

constexpr double solid_t2_of_muscle = 3.5, solid_t2_of_brain = 1.4;

/// Solid tumour on T2 before the lesion is looked at: a multiple of muscle, or of brain where the reference is bright itself.
double solid_t2_prior(const LevelFinder& finder)
{
  return quantile_of(finder.of(TissueFeature::T2), 0.95) > 2.8 ? solid_t2_of_muscle : solid_t2_of_brain;
}

/// The solid level that what takes up no contrast is compared with: that of the living tumour, unless this is brighter than solid tissue
/// is beside muscle. Then it is myxoid, or a rim mixed with liquid, and does not make liquid solid that is no brighter.
double solid_t2(double viable, ReferenceKind kind)
{
  return std::max(kind == ReferenceKind::Muscle ? std::min(viable, solid_t2_of_muscle) : viable, 0.2);
}

/// Whether T2 shows one tissue about as bright as liquid or between solid and liquid, which the border between them cuts in two: what lies
/// below the border is then its own spread, or its rim mixed with the surroundings, and no other tissue.
bool is_one_bright_tissue(const LevelFinder& finder, double middle)
{
  constexpr double lowest = 0.9;  // of the border
  std::vector<WeightedSignal> signals;
  for (const float value : values_where(finder.of(TissueFeature::T2), finder.count(), [&](std::size_t n) { return finder.is_deep(n); }))
    signals.push_back({static_cast<double>(value), 1.0});
  const auto modes = signal_modes(signals);
  return modes.size() == 1 && modes.front().level > lowest * middle;
}

LiquidLevels t2_levels(const LevelFinder& finder, ReferenceKind kind, const TissueConfig& config)
{
  const auto& t2 = finder.of(TissueFeature::T2);
  const auto& sides = finder.sides();
  const auto viable = values_where(t2, finder.count(), [&](std::size_t n) { return finder.is_deep(n) && sides[n] > 0; });
  const double prior = solid_t2_prior(finder);
  LiquidLevels levels{};
  levels.viable = viable.size() >= static_cast<std::size_t>(enough_voxels) ? quantile_of(viable, 0.5) : prior;
  const double solid = solid_t2(levels.viable, kind), liquid = config.liquid_t2_over_solid * solid, middle = 0.5 * (solid + liquid);
  const auto at = [&](std::size_t n) { return static_cast<double>(t2[n]); };
  const auto is_free = [&](std::size_t n) { return finder.is_deep(n) && sides[n] <= 0; };
  const auto is_solid = [&](std::size_t n) { return is_free(n) && at(n) < 0.95 * middle; };
  const auto is_liquid = [&](std::size_t n) { return is_free(n) && at(n) > 1.05 * middle; };
  levels.is_living_as_liquid = levels.viable > middle;
  levels.solid = level_where(finder, t2, is_solid, solid, {0.1 * solid, 1.05 * solid});
  levels.liquid = level_where(finder, t2, is_liquid, liquid, {1.3 * solid, 4.0 * solid});
  levels.are_both_seen =
      are_both(values_where(t2, finder.count(), is_solid).size(), values_where(t2, finder.count(), is_liquid).size(), finder.count()) &&
      !is_one_bright_tissue(finder, middle);
  return levels;
}

void set_liquid_levels(FeatureModel& feature, const LiquidLevels& levels)
{
  feature[Viable] = levels.viable;
  feature[Necrosis] = levels.liquid;
  feature[Indeterminate] = levels.solid;
}

void set_pair(FeatureModel& feature, const LevelPair& pair)
{
  feature[Viable] = pair.viable;
  feature[Necrosis] = feature[Indeterminate] = pair.dead;
}

void set_fat_after_contrast(FeatureModel& feature, FatSignal fat)
{
  if (fat == FatSignal::Kept) feature[Fat] = 2.1;
  if (fat == FatSignal::Suppressed) feature[Fat] = 0.15;
}

void set_contrast_features(TissueModel& model, const LevelFinder& finder, const ReferenceFound& reference, const TissueConfig& config)
{
  const bool has_difference = !finder.of(TissueFeature::Enhancement).empty();
  auto& post = model[TissueFeature::PostContrast];
  set_pair(post, finder.post_contrast());
  set_fat_after_contrast(post, reference.fat_after_contrast);
  post.sigma = std::hypot(config.spread_of_gap * finder.post_contrast().gap(), finder.noise(TissueFeature::PostContrast));
  post.weight = has_difference ? 0.4 : 1.0;
  if (!has_difference) return;
  auto& rise = model[TissueFeature::Enhancement];
  set_pair(rise, finder.enhancement());
  rise[Haemorrhage] = finder.enhancement().dead;
  rise.sigma = std::hypot(config.spread_of_gap * finder.enhancement().gap(), finder.noise(TissueFeature::Enhancement));
  rise.weight = 0.6;
}

void set_t1_feature(TissueModel& model, const LevelFinder& finder, const ReferenceFound& reference, const TissueConfig& config)
{
  constexpr double solid_or_liquid = 1.1, spread = 0.2;
  auto& before = model[TissueFeature::BeforeContrast];
  before[Viable] = before[Necrosis] = before[Indeterminate] = solid_or_liquid;
  before[Haemorrhage] = config.blood_on_t1;
  if (reference.fat_after_contrast != FatSignal::Unknown || reference.fat_on_t1)
    before[Fat] = reference.fat_on_t1.value_or(config.fat_on_t1);
  before.sigma = std::hypot(spread, finder.noise(TissueFeature::BeforeContrast));
  before.weight = 1.0;
}

/// Whether what takes up no contrast is plainly darker on T2 than what does.
bool is_dead_dark(const LevelFinder& finder)
{
  constexpr double plainly = 0.9;
  const auto& t2 = finder.of(TissueFeature::T2);
  const auto& sides = finder.sides();
  const auto of_side = [&](bool living)
  { return values_where(t2, finder.count(), [&](std::size_t n) { return finder.is_deep(n) && (living ? sides[n] > 0 : sides[n] < 0); }); };
  auto living = of_side(true), dead = of_side(false);
  if (!are_both(living.size(), dead.size(), finder.count())) return false;
  return quantile_of(std::move(dead), 0.5) < plainly * quantile_of(std::move(living), 0.5);
}

void set_liquid_features(TissueModel& model, const LevelFinder& finder, ReferenceKind kind, const TissueConfig& config)
{
  if (!finder.of(TissueFeature::T2).empty())
  {
    const auto levels = t2_levels(finder, kind, config);
    auto& t2 = model[TissueFeature::T2];
    set_liquid_levels(t2, levels);
    t2.sigma = std::hypot(config.spread_of_gap * (levels.liquid - levels.solid), finder.noise(TissueFeature::T2));
    t2.weight = 0.5;
    model.are_solid_and_liquid_seen = levels.are_both_seen;
    model.is_dead_dark_on_t2 = is_dead_dark(finder);
    model.is_living_as_liquid_on_t2 = levels.is_living_as_liquid;
  }
  if (finder.of(TissueFeature::Adc).empty()) return;
  const auto levels = adc_levels(finder, config);
  auto& adc = model[TissueFeature::Adc];
  set_liquid_levels(adc, levels);
  adc.sigma = std::hypot(config.spread_of_gap * (levels.liquid - levels.solid), finder.noise(TissueFeature::Adc));
  adc.weight = 0.7;
  model.are_solid_and_liquid_seen = levels.are_both_seen;
}

/// Blood and fat are both bright on T1. Alone it tells them apart only where it suppresses fat, or shows how bright fat is.
bool tells_blood_from_fat(const TissueModel& model, const ReferenceFound& reference)
{
  return model.has(TissueFeature::PostContrast) || model.has(TissueFeature::T2) || model.has(TissueFeature::Adc) ||
         reference.fat_before_contrast == FatSignal::Suppressed || std::isfinite(model[TissueFeature::BeforeContrast][Fat]);
}

void set_classes(TissueModel& model, const FeatureValues& values, const ReferenceFound& reference, const TissueConfig& config)
{
  const auto has = [&](TissueFeature feature) { return !values[index_of(feature)].empty(); };
  const bool has_liquid = has(TissueFeature::T2) || has(TissueFeature::Adc);
  model.is_decidable[index_of(Viable)] = has(TissueFeature::PostContrast);
  model.is_decidable[index_of(Necrosis)] = has(TissueFeature::PostContrast) || has_liquid;
  model.is_decidable[index_of(Haemorrhage)] = has(TissueFeature::BeforeContrast) && tells_blood_from_fat(model, reference);
  model.is_decidable[index_of(Fat)] = has(TissueFeature::BeforeContrast) && std::isfinite(model[TissueFeature::BeforeContrast][Fat]);
  model.is_decidable[index_of(Indeterminate)] = has_liquid || !has(TissueFeature::PostContrast) || model.has_two_dark_levels;
  model.log_prior = {0.0, 0.0, -2.5, -2.5, -1.0};
  model.rim_log_odds = model.is_decidable[index_of(Viable)] ? config.rim_log_odds : 0.0;
}
/// The values after contrast, where they alone must tell liquid from solid tissue and can: beside brain.
std::optional<CalmedValues> calmed_where_dark_tells(const TissueModel& model, const LesionVoxels& voxels, const FeatureValues& values,
                                                    const ReferenceFound& reference)
{
  const bool is_liquid_told = model.has(TissueFeature::T2) || model.has(TissueFeature::Adc);
  if (!model.has(TissueFeature::PostContrast) || is_liquid_told || reference.kind != ReferenceKind::Brain) return std::nullopt;
  return calmed_values(voxels, values[index_of(TissueFeature::PostContrast)], noise_of(reference, ChannelKind::T1Contrast));
}
}  // namespace

FittedModel fitted_model(const LesionVoxels& voxels, FeatureValues values, const ReferenceFound& reference, const TissueConfig& config)
{
  LevelFinder finder(voxels, values, config);
  TissueModel model;
  if (!finder.of(TissueFeature::PostContrast).empty()) finder.find_enhancing(), set_contrast_features(model, finder, reference, config);
  if (!finder.of(TissueFeature::BeforeContrast).empty()) set_t1_feature(model, finder, reference, config);
  set_liquid_features(model, finder, reference.kind, config);
  const auto calm = calmed_where_dark_tells(model, voxels, values, reference);
  if (calm) tell_dark_tissue(model, voxels, *calm);
  set_classes(model, values, reference, config);
  model.are_both_seen = finder.are_both_seen();
  auto even = values;
  const auto level = [&](TissueFeature feature, const LevelPair& pair, double least_viable)
  {
    auto& own = even[index_of(feature)];
    if (!model.has(feature)) return;
    const bool is_calmed = calm && feature == TissueFeature::PostContrast;
    own = evened(model, is_calmed ? calm->calm : own, levelled(voxels, own, pair, least_viable));
  };
  level(TissueFeature::PostContrast, finder.post_contrast(), least_viable_level);
  level(TissueFeature::Enhancement, finder.enhancement(), least_enhancement);
  return {model, std::move(even)};
}

TissueModel shifted(TissueModel model, const ReferenceFound& reference, LevelShift shift)
{
  constexpr double adc_repeatability = 0.08, part_of_gap = 0.05, part_of_prior_gap = 0.2, part_of_dark_gap = 0.25;
  constexpr double adc_of_prior = 0.16, part_of_prior_t2_gap = 0.25;
  const bool is_liquid_guessed = !model.has(TissueFeature::PostContrast) && !model.are_solid_and_liquid_seen;
  const double least_part_of_gap = model.are_both_seen || model.has_two_dark_levels ? part_of_gap : part_of_prior_gap;
  const auto move = [&](TissueFeature feature, double by)
  {
    for (double& level : model[feature].level) level += by;
  };
  const auto contrast_shift = [&](TissueFeature feature, double deviation)
  {
    const auto& own = model[feature];
    const double size = std::max(deviation, least_part_of_gap * (own[Viable] - own[Necrosis]));
    const bool has_own_dark_levels = model.has_two_dark_levels && feature == TissueFeature::PostContrast;
    return shift.size * (has_own_dark_levels ? std::min(size, part_of_dark_gap * (own[Indeterminate] - own[Necrosis])) : size);
  };
  const auto deviation = [&](ChannelKind kind) { return noise_of(reference, kind) / deviation_to_sigma; };
  if (shift.size > 0.0) model.least_liquid_mark = 1;
  if (model.has(TissueFeature::PostContrast))
    move(TissueFeature::PostContrast, contrast_shift(TissueFeature::PostContrast, deviation(ChannelKind::T1Contrast)));
  if (model.has(TissueFeature::Enhancement))
    move(TissueFeature::Enhancement,
         contrast_shift(TissueFeature::Enhancement, std::hypot(deviation(ChannelKind::T1), deviation(ChannelKind::T1Contrast))));
  if (const auto& t2 = model[TissueFeature::T2]; model.has(TissueFeature::T2))
    move(TissueFeature::T2, -shift.size * std::max(deviation(ChannelKind::T2),
                                                   is_liquid_guessed ? part_of_prior_t2_gap * (t2[Necrosis] - t2[Indeterminate]) : 0.0));
  if (model.has(TissueFeature::Adc))
    move(TissueFeature::Adc, -shift.size * (is_liquid_guessed ? adc_of_prior : adc_repeatability) * 0.5 *
                                 (model[TissueFeature::Adc][Necrosis] + model[TissueFeature::Adc][Indeterminate]));
  return model;
}
}  // namespace nadir::segmentation
