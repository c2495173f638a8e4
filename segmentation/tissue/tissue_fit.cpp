#include "segmentation/tissue/tissue_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "segmentation/tissue/contradicted_share.h"
#include "segmentation/tissue/mixed_voxels.h"
#include "segmentation/tissue/move_threshold.h"
#include "segmentation/tissue/order_statistics.h"
#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/robustness_band.h"
#include "segmentation/tissue/suppressed_fat.h"
#include "segmentation/tissue/tissue_model.h"
#include "segmentation/tissue/tissue_values.h"
#include "segmentation/tissue/tissue_words.h"
#include "segmentation/tissue/weak_uptake.h"

namespace nadir::segmentation
{
namespace
{
constexpr HistogramRange adc_range{0.0, 4000.0, 40}, enhancement_range{-0.5, 1.0, 30}, signal_range{0.0, 4.0, 40}, t2_range{0.0, 12.0, 48};

/// (post - pre) / (post + pre) of a voxel; NaN where signals are too weak for a ratio.
std::vector<float> enhancement_fractions(const FeatureValues& values)
{
  const auto& after = values[index_of(TissueFeature::PostContrast)];
  const auto& before = values[index_of(TissueFeature::BeforeContrast)];
  std::vector<float> result;
  if (after.empty() || before.empty()) return result;
  for (std::size_t n = 0; n < after.size(); ++n)
    result.push_back(after[n] + before[n] > 0.1F ? (after[n] - before[n]) / (after[n] + before[n])
                                                 : std::numeric_limits<float>::quiet_NaN());
  return result;
}

std::optional<TissueValues> values_in(const std::vector<float>& values, const ClassLabels& labels, const LesionVoxels& voxels,
                                      std::size_t tissue, const HistogramRange& range)
{
  std::vector<float> own;
  for (std::size_t n = 0; n < voxels.lesion_count() && !values.empty(); ++n)
    if (labels[n] == tissue) own.push_back(values[n]);
  return values_of(own, range);
}

Mask mask_of_class(const LesionVoxels& voxels, const ClassLabels& labels, std::size_t tissue)
{
  std::vector<std::uint8_t> selected(voxels.lesion_count());
  for (std::size_t n = 0; n < selected.size(); ++n) selected[n] = labels[n] == tissue ? 1 : 0;
  return voxels.mask_of(selected);
}

/// The classes of all voxels under one model, and how far their fractions go.
struct Labelled
{
  TissueModel model;
  ClassLabels labels;
  RobustnessBands bands;
};

/// A lesion and its classes.
struct LabelledLesion
{
  const TissueSamples& samples;
  const Labelled& labels;
};

/// Each sequence that is missing makes what is left less certain than the shifts of what is left can show: a quarter more band for each.
void widen_by_missing(const TissueModel& model, RobustnessBands& bands)
{
  constexpr double for_each_missing = 0.25;
  double factor = 1.0;
  for (const auto feature : {TissueFeature::PostContrast, TissueFeature::BeforeContrast, TissueFeature::T2, TissueFeature::Adc})
    if (!model.has(feature)) factor += for_each_missing;
  for (auto& band : bands.bands)
    band = {band.value, std::max(band.value - factor * (band.value - band.low), 0.0),
            std::min(band.value + factor * (band.high - band.value), 1.0)};
}

/// Without contrast, in a lesion of one tissue by T2 and ADC, what looks liquid may be myxoid tumour, whose ADC is 2.1 to 2.4 on average
/// (Maeda M, J Magn Reson Imaging 2007;25:1199; Nagata S, Radiat Med 2008;26:287): all of it then lives. Not where ADC is that of free
/// water.
void widen_by_myxoid(const TissueSamples& samples, const TissueModel& model, const ClassLabels& labels, RobustnessBands& bands)
{
  constexpr double highest_of_tumour = 2600.0;  // 1e-6 mm2/s
  if (model.has(TissueFeature::PostContrast) || model.are_solid_and_liquid_seen) return;
  const auto dead = index_of(TissueClass::Necrosis);
  std::vector<float> liquid;
  const auto& adc = samples.values[index_of(TissueFeature::Adc)];
  for (std::size_t n = 0; n < samples.voxels.lesion_count() && !adc.empty(); ++n)
    if (labels[n] == dead) liquid.push_back(adc[n]);
  if (quantile_of(std::move(liquid), 0.5) > highest_of_tumour) return;
  auto& undecided = bands.bands[index_of(TissueClass::Indeterminate)];
  undecided.high = std::min(1.0, std::max(undecided.high, undecided.value + bands.bands[dead].value));
  bands.bands[dead].low = 0.0;
}

/// With an image after contrast alone, of suppressed fat: the share of the lesion that is called dead and may be fat.
double hidden_fat(const TissueSamples& samples, const TissueModel& model, const ClassLabels& labels)
{
  const bool is_alone = model.has(TissueFeature::PostContrast) && !model.has(TissueFeature::BeforeContrast) &&
                        !model.has(TissueFeature::T2) && !model.has(TissueFeature::Adc);
  const auto& reference = samples.reference;
  if (!is_alone || !reference.suppressed_fat || reference.kind == ReferenceKind::Brain) return 0.0;
  std::vector<std::uint8_t> is_dead(samples.voxels.lesion_count());
  for (std::size_t n = 0; n < is_dead.size(); ++n) is_dead[n] = labels[n] == index_of(TissueClass::Necrosis) ? 1 : 0;
  return hidden_fat_share(samples.voxels, samples.values[index_of(TissueFeature::PostContrast)], is_dead, *reference.suppressed_fat);
}

/// What no image covers may be anything: it widens every band upwards.
void widen_by_uncovered(const LesionVoxels& voxels, const FeatureValues& values, RobustnessBands& bands)
{
  std::size_t unknown = 0;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
    unknown += std::ranges::none_of(values, [n](const std::vector<float>& own) { return !own.empty() && std::isfinite(own[n]); }) ? 1U : 0U;
  const double part = static_cast<double>(unknown) / static_cast<double>(voxels.lesion_count());
  for (auto& band : bands.bands) band.high = std::min(band.high + part, 1.0);
  auto& left_over = bands.bands[index_of(TissueClass::Indeterminate)];
  left_over.low = std::max(left_over.low - part, 0.0);
}

/// `even`: the samples' values with uptake evened out.
Labelled labelled(const TissueSamples& samples, const FeatureValues& even, TissueModel model, const TissueConfig& config)
{
  const PottsConfig potts{config.smoothness, config.sweeps};
  const double size = config.threshold_shift;
  const std::array<TissueModel, 3> models{model, shifted(model, samples.reference, {size}), shifted(model, samples.reference, {-size})};
  std::array<ClassLabels, 3> labels;
  imaging::for_fixed_chunks(models.size(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n)
                              {
                                const auto scores = class_scores(samples.voxels, even, models[n]);
                                labels[n] = with_mixed_voxels_shared(samples.voxels, even, models[n], scores,
                                                                     potts_labels(samples.voxels, scores, potts));
                              }
                            });
  const ThresholdLabels moved{std::move(labels[1]), std::move(labels[2])};
  auto bands = robustness_bands(samples.voxels, labels[0], moved,
                                model.has(TissueFeature::PostContrast) ? UndecidedContour::Mixture : UndecidedContour::Solid);
  widen_by_missing(model, bands);
  widen_by_myxoid(samples, model, labels[0], bands);
  auto& dead = bands.bands[index_of(TissueClass::Necrosis)];
  dead.low = std::max(dead.low - hidden_fat(samples, model, labels[0]), 0.0);
  const double contradicted = contradicted_share(samples.voxels, samples.values, labels[0]);
  auto& viable = bands.bands[index_of(TissueClass::Viable)];
  dead.high = std::min(1.0, std::max(dead.high, dead.value + contradicted));
  viable.low = std::max(0.0, std::min(viable.low, viable.value - contradicted));
  widen_by_uncovered(samples.voxels, samples.values, bands);
  return {std::move(model), std::move(labels[0]), std::move(bands)};
}

/// Widens bands to hold others.
void hold(RobustnessBands& bands, const RobustnessBands& others)
{
  for (std::size_t c = 0; c < bands.bands.size(); ++c)
  {
    auto& band = bands.bands[c];
    band.low = std::min(band.low, others.bands[c].low);
    band.high = std::max(band.high, others.bands[c].high);
  }
}

/// Where the reference is in doubt, the bands hold what the other one says.
void widen_by_other_reference(const TissueSamples& samples, const TissueConfig& config, RobustnessBands& bands)
{
  if (!samples.otherwise || !samples.reference.otherwise) return;
  const TissueSamples other{samples.voxels, *samples.otherwise, *samples.reference.otherwise, samples.channels, {}};
  auto fitted = fitted_model(other.voxels, other.values, other.reference, config);
  hold(bands, labelled(other, fitted.values, std::move(fitted.model), config).bands);
}

/// A T2 image that is dark where no contrast is taken up may be FLAIR, which turns liquid into solid: the bands hold what is told without
/// it.
void widen_by_doubtful_t2(const TissueSamples& samples, const TissueConfig& config, Labelled& labels)
{
  if (!labels.model.is_dead_dark_on_t2) return;
  TissueSamples without{samples.voxels, samples.values, samples.reference, samples.channels, {}};
  without.values[index_of(TissueFeature::T2)].clear();
  auto fitted = fitted_model(without.voxels, without.values, without.reference, config);
  hold(labels.bands, labelled(without, fitted.values, std::move(fitted.model), config).bands);
}

/// The classes found, and the values that they were found in.
struct Reading
{
  Labelled labels;
  FeatureValues even;
  double weak_uptake = 0.0;  ///< part of the lesion that is dead by one reading and tumour of weak uptake by the other
};

/// Where what is called dead may be tumour of weak uptake, the bands hold both readings. With an image before contrast the uptake is seen,
/// and the tissue counts as living.
Reading with_weak_uptake(const TissueSamples& samples, const TissueConfig& config, Reading first)
{
  if (samples.reference.kind == ReferenceKind::Brain) return first;
  auto weak = weak_uptake(samples.voxels, samples.values, first.labels.labels, first.labels.model);
  if (!weak) return first;
  Reading second{labelled(samples, samples.values, std::move(weak->otherwise), config), samples.values, weak->share};
  auto& living = second.labels.bands;
  hold(first.labels.bands, living);
  hold(living, first.labels.bands);
  first.weak_uptake = weak->share;
  return second.labels.model.has(TissueFeature::Enhancement) ? std::move(second) : std::move(first);
}

/// Of a lesion that looks liquid by the one tissue that it shows. One that was solid before has both, so that neither need be guessed. None
/// where the reference is in doubt: the bands must hold what the other one says.
std::optional<RobustnessBands> bands_if_solid_before(const TissueSamples& samples, const Reading& found, const TissueConfig& config)
{
  constexpr double mostly = 0.5;
  const auto& model = found.labels.model;
  const bool looks_liquid = found.labels.bands.bands[index_of(TissueClass::Necrosis)].value > mostly;
  if (model.has(TissueFeature::PostContrast) || model.are_solid_and_liquid_seen || samples.otherwise || !looks_liquid) return std::nullopt;
  auto both_known = model;
  both_known.are_solid_and_liquid_seen = true;
  return labelled(samples, found.even, std::move(both_known), config).bands;
}

TissuePart part_of(const LabelledLesion& lesion, const std::vector<float>& enhancement, TissueClass tissue, Milliliters volume)
{
  const auto c = index_of(tissue);
  const auto in_class = [&](const std::vector<float>& values, const HistogramRange& range)
  { return values_in(values, lesion.labels.labels, lesion.samples.voxels, c, range); };
  return {.tissue = tissue,
          .is_decidable = lesion.labels.model.is_decidable[c],
          .mask = mask_of_class(lesion.samples.voxels, lesion.labels.labels, c),
          .fraction = lesion.labels.bands.bands[c],
          .volume = Milliliters{lesion.labels.bands.bands[c].value * volume.value()},
          .adc = in_class(lesion.samples.values[index_of(TissueFeature::Adc)], adc_range),
          .enhancement = in_class(enhancement, enhancement_range),
          .post_contrast = in_class(lesion.samples.values[index_of(TissueFeature::PostContrast)], signal_range),
          .t2 = in_class(lesion.samples.values[index_of(TissueFeature::T2)], t2_range)};
}

std::vector<TissuePart> parts_of(const LabelledLesion& lesion, Milliliters volume)
{
  const auto fractions = enhancement_fractions(lesion.samples.values);
  std::vector<std::optional<TissuePart>> found(tissue_class_count);
  imaging::for_fixed_chunks(tissue_class_count,
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t c = chunk.first; c < chunk.last; ++c)
                                found[c] = part_of(lesion, fractions, tissue_classes[c], volume);
                            });
  std::vector<TissuePart> parts;
  for (auto& part : found) parts.push_back(std::move(*part));
  return parts;
}

NecrosisSupport support_of(const TissueModel& model)
{
  if (!model.has(TissueFeature::T2) && !model.has(TissueFeature::Adc)) return NecrosisSupport::None;
  return model.has(TissueFeature::PostContrast) ? NecrosisSupport::Supported : NecrosisSupport::NoContrast;
}

/// Values of the quantity in the lesion between its outermost hundredths.
ValueHistogram histogram_in(const LesionVoxels& voxels, const std::vector<float>& values)
{
  constexpr std::size_t bins = 48;
  const std::vector<float> own(values.begin(),
                               values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), voxels.lesion_count())));
  const auto ends = quantiles_of(own, {0.01, 0.99});
  if (!std::isfinite(ends[0]) || !(ends[1] > ends[0])) return {};
  const auto found = values_of(own, {ends[0], ends[1], bins});
  return found ? found->histogram : ValueHistogram{};
}
}  // namespace

struct TissueFit::Found
{
  TissueSamples samples;
  TissueConfig config;
  FeatureValues even;
  Labelled automatic;
  double weak_uptake;  ///< see Reading
  std::optional<RobustnessBands> if_solid_before;

  std::optional<ThresholdInUse> threshold_in(const TissueModel& model) const
  {
    const auto own = threshold_of(model), found = threshold_of(automatic.model);
    if (!own || !found) return std::nullopt;
    const auto at = [&](double size) { return threshold_of(shifted(model, samples.reference, {size}))->value; };
    const auto [low, high] = std::minmax({at(-config.threshold_shift), at(config.threshold_shift)});
    return ThresholdInUse{*own,
                          low,
                          high,
                          found->value,
                          false,
                          automatic.bands.bands[index_of(TissueClass::Necrosis)],
                          histogram_in(samples.voxels, even[index_of(feature_of(own->quantity))])};
  }

  std::vector<std::string> undecided_of(const Labelled& labels) const
  {
    auto words = undecided_words(samples.voxels, samples.values, labels.model);
    if (auto fat = hidden_fat_words(hidden_fat(samples, labels.model, labels.labels))) words.push_back(std::move(*fat));
    return words;
  }

  std::vector<std::string> warnings_of(const Labelled& labels) const
  {
    auto words = warning_words(samples.voxels, samples.reference, labels.model);
    if (auto doubt = contradiction_words(contradicted_share(samples.voxels, samples.values, labels.labels)))
      words.push_back(std::move(*doubt));
    if (auto doubt = weak_uptake_words(weak_uptake, labels.model)) words.push_back(std::move(*doubt));
    return words;
  }

  TissueMap map_of(const Labelled& labels) const
  {
    const auto volume = Milliliters::from_cubic_millimeters(static_cast<double>(samples.voxels.lesion_count()) *
                                                            samples.voxels.geometry().voxel_volume_mm3());
    return {.parts = parts_of({samples, labels}, volume),
            .volume = volume,
            .support = support_of(labels.model),
            .reference = samples.reference.tissue,
            .channels = samples.channels,
            .threshold = threshold_in(labels.model),
            .trials = labels.bands.trials,
            .if_solid_before = if_solid_before ? std::optional(if_solid_before->bands) : std::nullopt,
            .undecided = undecided_of(labels),
            .warnings = warnings_of(labels)};
  }
};

TissueFit::TissueFit(TissueSamples samples, const TissueConfig& config)
{
  auto fitted = fitted_model(samples.voxels, samples.values, samples.reference, config);
  auto automatic = labelled(samples, fitted.values, std::move(fitted.model), config);
  auto reading = with_weak_uptake(samples, config, {std::move(automatic), std::move(fitted.values)});
  auto if_solid_before = bands_if_solid_before(samples, reading, config);
  widen_by_other_reference(samples, config, reading.labels.bands);
  widen_by_doubtful_t2(samples, config, reading.labels);
  found_ = std::make_shared<const Found>(Found{std::move(samples), config, std::move(reading.even), std::move(reading.labels),
                                               reading.weak_uptake, std::move(if_solid_before)});
}

Result<TissueMap> TissueFit::map(const std::optional<NecrosisThreshold>& set) const
{
  if (!set) return found_->map_of(found_->automatic);
  auto model = with_threshold(found_->automatic.model, *set);
  if (!model) return model.failure();
  auto map = found_->map_of(labelled(found_->samples, found_->even, std::move(*model), found_->config));
  map.if_solid_before.reset();  // it is the automatic threshold's
  map.threshold->threshold = *set;
  map.threshold->is_set = true;
  const auto left_over = [](const RobustnessBands& bands) { return bands.bands[index_of(TissueClass::Indeterminate)].value; };
  const double automatic = left_over(found_->automatic.bands);
  if (auto words = left_over_words(found_->automatic.model, map.part(TissueClass::Indeterminate).fraction.value, automatic))
    map.undecided.push_back(std::move(*words));
  return map;
}
}  // namespace nadir::segmentation
