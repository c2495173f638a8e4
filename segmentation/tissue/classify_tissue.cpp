#include "segmentation/tissue/classify_tissue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "imaging/result/stop_request.h"
#include "segmentation/tissue/adc_range.h"
#include "segmentation/tissue/adc_unit.h"
#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/reference_tissue.h"
#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_words.h"

namespace nadir::segmentation
{
namespace
{
/// How values become 1e-6 mm2/s, and what a person said of that.
struct AdcScale
{
  double factor = 1.0;
  std::optional<AdcUnit> said;
};

bool has_any(const TissueChannels& channels)
{
  return std::ranges::any_of(channel_kinds,
                             [&](ChannelKind kind) { return kind != ChannelKind::Flair && channel_of(channels, kind).has_value(); });
}

bool needs_reference(const TissueChannels& channels) { return channels.t1 || channels.t1c || channels.t2; }

Mask nothing_on(const ImageGeometry& geometry) { return Mask::from_box(geometry, {}, {}); }

Result<ReferenceFound> reference_for(const Mask& lesion, const TissueChannels& channels, const ChannelReaders& readers,
                                     const ReferenceConfig& config, double adc_factor)
{
  if (needs_reference(channels)) return find_reference(lesion, channels, readers, config, adc_factor);
  return ReferenceFound{
      .tissue = {.source = ReferenceSource::Automatic, .mask = nothing_on(lesion.geometry()), .voxels = 0, .distance = 0.0},
      .fat_before_contrast = channels.t1 ? channels.t1->fat : FatSignal::Unknown};
}

Result<double> factor_for(const TissueChannels& channels, const ChannelReaders& readers, const LesionVoxels& voxels,
                          const TissueConfig& config)
{
  if (!channels.adc) return 1.0;
  return adc_factor(*channels.adc->image, readers[index_of(ChannelKind::Adc)]->at(voxels.voxels()), config.adc_unit);
}

/// Voxels of a block of the lesion's grid for which `choose` holds, thinned out evenly.
template <class Choose> std::vector<VoxelIndex> some_voxels(const VoxelBox& box, Choose choose)
{
  constexpr std::size_t enough = 20000;
  const std::size_t each = std::max<std::size_t>(box.size.voxels() / enough, 1);
  const auto row = static_cast<std::size_t>(box.size.i), slice = row * static_cast<std::size_t>(box.size.j);
  std::vector<VoxelIndex> chosen;
  for (std::size_t n = 0; n < box.size.voxels(); n += each)
  {
    const VoxelIndex voxel{box.first.i + static_cast<int>(n % row), box.first.j + static_cast<int>(n % slice / row),
                           box.first.k + static_cast<int>(n / slice)};
    if (choose(voxel)) chosen.push_back(voxel);
  }
  return chosen;
}

/// Warns of an ADC map that no living body has, or refuses it.
Result<Done> look_at_adc(const Mask& lesion, const LesionVoxels& voxels, const ChannelReader& adc, const AdcScale& scale,
                         ReferenceFound& reference)
{
  constexpr double near_lesion = 30.0;  // mm
  const auto read = [&](std::span<const VoxelIndex> places)
  {
    auto values = adc.at(places);
    for (float& value : values) value *= static_cast<float>(scale.factor);
    return values;
  };
  const auto& of_reference = reference.tissue.mask;
  const auto words = adc_range_words({read(std::span(voxels.voxels()).first(voxels.lesion_count())),
                                      read(some_voxels(of_reference.box(), [&](VoxelIndex v) { return of_reference.contains(v); })),
                                      read(some_voxels(block_around(lesion, near_lesion), [](VoxelIndex) { return true; }))},
                                     scale.said);
  if (!words) return words.failure();
  reference.warnings.insert(reference.warnings.end(), words->begin(), words->end());
  return Done{};
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
  return std::ranges::any_of(readers, [&](const std::optional<ChannelReader>& reader) { return reader && reader->sees_any(lesion); });
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

/// Parts of the lesion's inside that lost and that gained signal after contrast, against the reference.
struct SignalChange
{
  double fallen = 0.0;
  double risen = 0.0;
};

/// Without the lesion's border, where movement and fat make either; noise taken out first.
SignalChange change_inside(const LesionVoxels& voxels, const FeatureValues& values)
{
  const auto rise = smoothed(voxels, values[index_of(TissueFeature::Enhancement)]);
  const auto& after = values[index_of(TissueFeature::PostContrast)];
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  std::size_t inside = 0, fallen = 0, risen = 0;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    if (!std::ranges::all_of(voxels.neighbours()[n], [&](std::int32_t other) { return other >= 0 && other < limit; })) continue;
    ++inside;
    fallen += rise[n] < -0.2F && after[n] > 0.6F && after[n] < 1.7F ? 1U : 0U;
    risen += rise[n] > 0.2F ? 1U : 0U;
  }
  const auto part = [&](std::size_t count) { return inside > 0 ? static_cast<double>(count) / static_cast<double>(inside) : 0.0; };
  return {part(fallen), part(risen)};
}

/// A lesion that takes up contrast in a small part only does not look exchanged as a whole.
void warn_of_exchange(const LesionVoxels& voxels, const FeatureValues& values, ReferenceFound& reference)
{
  constexpr double least = 0.04, times = 4.0;
  if (values[index_of(TissueFeature::Enhancement)].empty()) return;
  const auto change = change_inside(voxels, values);
  if (change.fallen > least && change.fallen > times * change.risen)
    reference.warnings.push_back(exchange_words(change.fallen, change.risen));
}

Failure exchanged()
{
  return {
      TissueError::ContrastOrder,
      "against muscle the lesion is darker after contrast than before and nowhere brighter (the two T1 series may be exchanged, and dead "
      "tissue would be called viable). Check --t1 and --t1c, or confirm the order with --confirm contrast-order."};
}

std::vector<ChannelKind> kinds_of(const TissueChannels& channels)
{
  std::vector<ChannelKind> kinds;
  for (const auto kind : channel_kinds)
    if (channel_of(channels, kind)) kinds.push_back(kind);
  return kinds;
}
}  // namespace

Result<TissueFit> fit_tissue(const Mask& lesion, const TissueChannels& channels, const TissueConfig& config)
{
  if (lesion.is_empty())
    return Failure{TissueError::EmptyLesion, "the mask is empty (there is no lesion to look into). Give the mask of a lesion."};
  if (!has_any(channels) && channels.flair)
    return Failure{
        TissueError::NoChannel,
        "FLAIR is the only image (it helps to find normal tissue to compare with, but does not tell what is dead). Give T1 after "
        "contrast with it, or T2, STIR or ADC."};
  if (!has_any(channels))
    return Failure{TissueError::NoChannel,
                   "no image was given (tissue cannot be told from a mask alone). Give at least one of T1 after contrast, T2 or ADC."};
  LesionVoxels voxels(lesion);
  const auto readers = readers_of(channels, lesion.geometry(), block_around(lesion, config.reference.farthest));
  if (!is_seen(voxels, readers)) return not_covered();
  const auto factor = factor_for(channels, readers, voxels, config);
  if (!factor) return factor.failure();
  stop_if_asked();
  auto reference = reference_for(lesion, channels, readers, config.reference, *factor);
  if (!reference) return reference.failure();
  if (const auto& adc = readers[index_of(ChannelKind::Adc)])
    if (const auto seen = look_at_adc(lesion, voxels, *adc, {*factor, config.adc_unit}, *reference); !seen) return seen.failure();
  stop_if_asked();
  auto values = feature_values(voxels, readers, *reference, *factor);
  if (!is_covered(values, voxels.lesion_count())) return not_covered();
  if (config.contrast_order == ContrastOrder::Checked && looks_exchanged(values, voxels.lesion_count())) return exchanged();
  if (config.contrast_order == ContrastOrder::Checked) warn_of_exchange(voxels, values, *reference);
  reference->tissue.levels = levels_of(voxels, *reference);
  stop_if_asked();
  std::optional<FeatureValues> otherwise;
  if (reference->otherwise) otherwise = feature_values(voxels, readers, *reference->otherwise, *factor);
  return TissueFit({std::move(voxels), std::move(values), std::move(*reference), kinds_of(channels), std::move(otherwise)}, config);
}

Result<TissueMap> classify_tissue(const Mask& lesion, const TissueChannels& channels, const TissueConfig& config)
{
  const auto fit = fit_tissue(lesion, channels, config);
  return fit ? fit->map(config.necrosis_threshold) : Result<TissueMap>(fit.failure());
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
