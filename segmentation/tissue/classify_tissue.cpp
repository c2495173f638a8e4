#include "segmentation/tissue/classify_tissue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "imaging/result/stop_request.h"
#include "segmentation/tissue/adc_unit.h"
#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/reference_tissue.h"
#include "segmentation/tissue/robustness_band.h"
#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_model.h"
#include "segmentation/tissue/tissue_values.h"
#include "segmentation/tissue/tissue_words.h"

namespace nadir::segmentation
{
namespace
{
constexpr HistogramRange adc_range{0.0, 4000.0, 40}, enhancement_range{-0.5, 1.0, 30}, signal_range{0.0, 4.0, 40}, t2_range{0.0, 12.0, 48};

bool has_any(const TissueChannels& channels)
{
  return std::ranges::any_of(channel_kinds,
                             [&](ChannelKind kind) { return kind != ChannelKind::Flair && channel_of(channels, kind).has_value(); });
}

bool needs_reference(const TissueChannels& channels) { return channels.t1 || channels.t1c || channels.t2; }

Mask nothing_on(const ImageGeometry& geometry) { return Mask::from_box(geometry, {}, {}); }

Result<ReferenceFound> reference_for(const Mask& lesion, const TissueChannels& channels, const ChannelReaders& readers,
                                     const ReferenceConfig& config)
{
  if (needs_reference(channels)) return find_reference(lesion, channels, readers, config);
  return ReferenceFound{
      .tissue = {.source = ReferenceSource::Automatic, .mask = nothing_on(lesion.geometry()), .voxels = 0, .distance = 0.0, .levels = {}},
      .scales = {},
      .fat_on_t1 = {},
      .fat_after_contrast = FatSignal::Unknown,
      .kind = ReferenceKind::Muscle,
      .warnings = {}};
}

Result<double> factor_for(const TissueChannels& channels, const ChannelReaders& readers, const LesionVoxels& voxels,
                          const TissueConfig& config)
{
  if (!channels.adc) return 1.0;
  return adc_factor(*channels.adc->image, readers[index_of(ChannelKind::Adc)]->at(voxels.voxels()), config.adc_unit);
}

/// The largest correction of shading within the lesion, as a part.
double shading_in(const LesionVoxels& voxels, const SignalScale& scale)
{
  if (!scale.is_shading_used) return 0.0;
  double low = std::numeric_limits<double>::infinity(), high = 0.0;
  for (std::size_t n = 0; n < voxels.lesion_count(); n += 16)
  {
    const double factor = scale.shading.at(voxels.geometry().voxel_to_patient(voxels.voxels()[n]));
    low = std::min(low, factor), high = std::max(high, factor);
  }
  return std::max(high - 1.0, 1.0 - low);
}

std::vector<ReferenceLevel> levels_of(const LesionVoxels& voxels, const ReferenceFound& reference)
{
  std::vector<ReferenceLevel> levels;
  for (const auto kind : channel_kinds)
    if (const auto& scale = reference.scales[index_of(kind)])
      levels.push_back({.channel = kind,
                        .zero = scale->zero.value,
                        .median = scale->median,
                        .deviation = scale->deviation * (scale->median - scale->zero.value),
                        .shading = shading_in(voxels, *scale),
                        .is_zero_known = scale->zero.is_known});
  return levels;
}

bool is_covered(const FeatureValues& values, std::size_t lesion_voxels)
{
  return std::ranges::any_of(values,
                             [&](const std::vector<float>& own)
                             {
                               return std::any_of(own.begin(),
                                                  own.begin() + static_cast<std::ptrdiff_t>(std::min(own.size(), lesion_voxels)),
                                                  [](float value) { return std::isfinite(value); });
                             });
}

/// Whether any image holds a value at some voxel of the lesion, looked at before anything is looked for around it.
bool is_seen(const LesionVoxels& voxels, const ChannelReaders& readers)
{
  const std::span lesion(voxels.voxels().data(), voxels.lesion_count());
  return std::ranges::any_of(readers,
                             [&](const std::optional<ChannelReader>& reader)
                             {
                               if (!reader || reader->is_empty()) return false;
                               return std::ranges::any_of(reader->at(lesion), [](float value) { return std::isfinite(value); });
                             });
}

Failure not_covered()
{
  return {TissueError::NotCovered,
          "none of the images covers the lesion (there is nothing to look at). Check that mask and images belong to one examination."};
}

/// Whether the lesion lost signal after contrast against muscle, and nowhere gained: no tissue does, but exchanged images look so. Fat that
/// was suppressed only afterwards loses all of its signal and does not count.
bool looks_exchanged(const FeatureValues& values, std::size_t lesion_voxels)
{
  const auto& rise = values[index_of(TissueFeature::Enhancement)];
  const auto& after = values[index_of(TissueFeature::PostContrast)];
  if (rise.empty()) return false;
  std::size_t fallen = 0, risen = 0;
  for (std::size_t n = 0; n < lesion_voxels; ++n)
  {
    fallen += rise[n] < -0.35F && after[n] > 0.6F && after[n] < 1.7F ? 1U : 0U;
    risen += rise[n] > 0.25F ? 1U : 0U;
  }
  return fallen * 5 > lesion_voxels && risen * 20 < lesion_voxels;
}

Failure exchanged()
{
  return {
      TissueError::ContrastOrder,
      "against muscle the lesion is darker after contrast than before and nowhere brighter (the two T1 series may be exchanged, and dead "
      "tissue would be called viable). Check --t1 and --t1c, or confirm the order with --confirm contrast-order."};
}

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

/// Everything about one lesion on the way from images to numbers.
struct Classified
{
  LesionVoxels voxels;
  FeatureValues values;
  TissueModel model;
  ClassLabels labels;
  RobustnessBands bands;
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

Classified classified(LesionVoxels voxels, FeatureValues values, const ReferenceFound& reference, const TissueConfig& config)
{
  Classified result{std::move(voxels), std::move(values), {}, {}, {}};
  const auto fitted = fitted_model(result.voxels, result.values, reference, config);
  result.model = fitted.model;
  const PottsConfig potts{config.smoothness, config.sweeps};
  const double size = config.threshold_shift;
  const std::array<TissueModel, 3> models{result.model, shifted(result.model, reference, {size}), shifted(result.model, reference, {-size})};
  std::array<ClassLabels, 3> labels;
  imaging::for_fixed_chunks(
      models.size(),
      [&](const imaging::Chunk& chunk)
      {
        for (std::size_t n = chunk.first; n < chunk.last; ++n)
          labels[n] = potts_labels(result.voxels, class_scores(result.voxels, fitted.values, models[n]), potts);
      });
  result.labels = std::move(labels[0]);
  const ThresholdLabels moved{std::move(labels[1]), std::move(labels[2])};
  result.bands = robustness_bands(result.voxels, result.labels, moved);
  widen_by_missing(result.model, result.bands);
  widen_by_uncovered(result.voxels, result.values, result.bands);
  return result;
}

TissuePart part_of(const Classified& lesion, const std::vector<float>& enhancement, TissueClass tissue, Milliliters volume)
{
  const auto c = index_of(tissue);
  const auto in_class = [&](const std::vector<float>& values, const HistogramRange& range)
  { return values_in(values, lesion.labels, lesion.voxels, c, range); };
  return {.tissue = tissue,
          .is_decidable = lesion.model.is_decidable[c],
          .mask = mask_of_class(lesion.voxels, lesion.labels, c),
          .fraction = lesion.bands.bands[c],
          .volume = Milliliters{lesion.bands.bands[c].value * volume.value()},
          .adc = in_class(lesion.values[index_of(TissueFeature::Adc)], adc_range),
          .enhancement = in_class(enhancement, enhancement_range),
          .post_contrast = in_class(lesion.values[index_of(TissueFeature::PostContrast)], signal_range),
          .t2 = in_class(lesion.values[index_of(TissueFeature::T2)], t2_range)};
}

std::vector<TissuePart> parts_of(const Classified& lesion, Milliliters volume)
{
  const auto fractions = enhancement_fractions(lesion.values);
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

TissueMap map_of(const Classified& lesion, ReferenceFound reference, const TissueChannels& channels)
{
  const auto volume =
      Milliliters::from_cubic_millimeters(static_cast<double>(lesion.voxels.lesion_count()) * lesion.voxels.geometry().voxel_volume_mm3());
  auto warnings = warning_words(lesion.voxels, reference);
  TissueMap map{.parts = parts_of(lesion, volume),
                .volume = volume,
                .support = support_of(lesion.model),
                .reference = std::move(reference.tissue),
                .channels = {},
                .trials = lesion.bands.trials,
                .undecided = undecided_words(lesion.voxels, lesion.values, lesion.model),
                .warnings = std::move(warnings)};
  for (const auto kind : channel_kinds)
    if (channel_of(channels, kind)) map.channels.push_back(kind);
  return map;
}
}  // namespace

Result<TissueMap> classify_tissue(const Mask& lesion, const TissueChannels& channels, const TissueConfig& config)
{
  if (lesion.is_empty())
    return Failure{TissueError::EmptyLesion, "the mask is empty (there is no lesion to look into). Give the mask of a lesion."};
  if (!has_any(channels))
    return Failure{TissueError::NoChannel,
                   "no image was given (tissue cannot be told from a mask alone). Give at least one of T1 after contrast, T2 or ADC."};
  LesionVoxels voxels(lesion);
  const auto readers = readers_of(channels, lesion.geometry(), block_around(lesion, config.reference.farthest));
  if (!is_seen(voxels, readers)) return not_covered();
  const auto factor = factor_for(channels, readers, voxels, config);
  if (!factor) return factor.failure();
  stop_if_asked();
  auto reference = reference_for(lesion, channels, readers, config.reference);
  if (!reference) return reference.failure();
  stop_if_asked();
  auto values = feature_values(voxels, readers, *reference, *factor);
  if (!is_covered(values, voxels.lesion_count())) return not_covered();
  if (config.contrast_order == ContrastOrder::Checked && looks_exchanged(values, voxels.lesion_count())) return exchanged();
  reference->tissue.levels = levels_of(voxels, *reference);
  stop_if_asked();
  const auto result = classified(std::move(voxels), std::move(values), *reference, config);
  return map_of(result, std::move(*reference), channels);
}

std::vector<std::uint8_t> label_map(const TissueMap& map)
{
  const auto& size = map.parts.front().mask.geometry().size();
  std::vector<std::uint8_t> labels(size.voxels(), 0);
  for (const auto& part : map.parts)
  {
    const auto& box = part.mask.box();
    for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
      for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      {
        const auto row = part.mask.row(j, k);
        const auto start = (static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) *
                               static_cast<std::size_t>(size.i) +
                           static_cast<std::size_t>(box.first.i);
        for (std::size_t i = 0; i < row.size(); ++i)
          if (row[i] != 0) labels[start + i] = label_of(part.tissue);
      }
  }
  return labels;
}
}  // namespace nadir::segmentation
