#include "segmentation/tissue/reference_tissue.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/result/stop_request.h"
#include "segmentation/tissue/given_reference.h"
#include "segmentation/tissue/order_statistics.h"
#include "segmentation/tissue/reference_scale.h"
#include "segmentation/tissue/signal_modes.h"
#include "segmentation/tissue/suppressed_fat.h"
#include "segmentation/tissue/told_fat.h"

namespace nadir::segmentation
{
namespace
{
using Chosen = std::vector<std::size_t>; // numbers of places
using Scales = std::array<std::optional<SignalScale>, channel_kind_count>;

constexpr std::array<ChannelKind, 4> compared{ChannelKind::T1, ChannelKind::T1Contrast, ChannelKind::T2, ChannelKind::Flair};
constexpr double air_level = 0.08;   // of the bright end of the signals around
constexpr double even_part = 0.7;    // of the places: the more even ones
constexpr double near_weight = 30.0; // mm over which a place's weight falls to 1/e
constexpr double mode_width = 0.30;  // around the peak, at first
constexpr double narrowest = 0.10, widest = 0.35, deviations = 3.5;
constexpr std::size_t fewest_places = 20;
constexpr double fat_from = 1.6, fat_to = 6.0;

/// Relative unevenness of a place in an image.
double unevenness(const ReferencePlaces& places, ImageView view, std::size_t place)
{
  const auto channel = index_of(view.kind);
  return static_cast<double>(places.spread[channel][place]) / (static_cast<double>(places.mean[channel][place]) - view.zero.value);
}

/// Places at the right distance that are covered and no air.
Chosen places_with_tissue(const ReferencePlaces& places, ImageView view, const ReferenceConfig& config)
{
  const auto& mean = places.mean[index_of(view.kind)];
  Chosen around;
  std::vector<float> signals;
  for (std::size_t n = 0; n < mean.size(); ++n)
  {
    const auto distance = static_cast<double>(places.distance[n]);
    if (!std::isfinite(mean[n]) || distance < config.nearest || distance > config.farthest) continue;
    around.push_back(n);
    signals.push_back(mean[n] - static_cast<float>(view.zero.value));
  }
  std::erase_if(signals, [](float signal) { return !(signal > 0.0F); });
  const double air = air_level * quantile_of(std::move(signals), 0.95);
  std::erase_if(around, [&](std::size_t n) { return !(static_cast<double>(mean[n]) - view.zero.value > air); });
  return around;
}

Chosen even_places(const ReferencePlaces& places, ImageView view, Chosen around)
{
  std::vector<float> uneven;
  for (const auto n : around) uneven.push_back(static_cast<float>(unevenness(places, view, n)));
  const double limit = quantile_of(std::move(uneven), even_part);
  std::erase_if(around, [&](std::size_t n) { return unevenness(places, view, n) > limit; });
  return around;
}

std::vector<SignalMode> modes_of(const ReferencePlaces& places, ImageView view, const Chosen& around)
{
  std::vector<WeightedSignal> signals;
  for (const auto n : around)
    signals.push_back({static_cast<double>(places.mean[index_of(view.kind)][n]) - view.zero.value,
                       std::exp(-static_cast<double>(places.distance[n]) / near_weight)});
  return signal_modes(signals);
}

/// Why a peak may be fat: part of its share that it keeps.
double not_fat(const SignalMode& mode, const std::vector<SignalMode>& modes, ChannelKind kind, FatSignal fat)
{
  double kept = 1.0;
  for (const auto& other : modes)
  {
    if (other.share < 0.1) continue;
    const double ratio = mode.level / other.level;
    if (fat != FatSignal::Suppressed && ratio > 1.4 && ratio < (kind == ChannelKind::T2 ? 8.0 : 3.0)) kept = 0.1;
    if (fat != FatSignal::Kept && ratio < 1.0 / 3.0 && kind != ChannelKind::T2) kept = 0.1;
  }
  return kept;
}

/// Part of its share that a peak keeps where fat was told by its place.
double not_told_fat(const SignalMode& mode, const ToldFat& fat)
{
  constexpr double within = 1.25;  // of the fat's level
  const bool is_fat = fat.signal == FatSignal::Kept ? mode.level > fat.level / within : mode.level < fat.level * within;
  return is_fat ? 0.02 : 1.0;
}

std::optional<SignalMode> reference_mode(const std::vector<SignalMode>& modes, ChannelKind kind, FatSignal fat,
                                         const std::optional<ToldFat>& told)
{
  std::optional<SignalMode> best;
  double best_score = 0.0;
  for (const auto& mode : modes)
  {
    const double score = mode.share * (told ? not_told_fat(mode, *told) : not_fat(mode, modes, kind, fat));
    if (score > best_score) best = mode, best_score = score;
  }
  return best;
}

/// Of the chosen places, those in the lowest usual peak of a second image: muscle has a short T2, oedema has not.
Chosen low_in(const ReferencePlaces& places, ImageView view, Chosen chosen)
{
  const auto modes = modes_of(places, view, chosen);
  const auto usual = std::ranges::find_if(modes, [](const SignalMode& mode) { return mode.share >= 0.25; });
  if (usual == modes.end()) return chosen;
  auto kept = chosen;
  std::erase_if(kept,
                [&](std::size_t n)
                {
                  return !(std::abs(static_cast<double>(places.mean[index_of(view.kind)][n]) - view.zero.value - usual->level) <=
                           widest * usual->level);
                });
  return kept.size() >= fewest_places ? kept : chosen;
}

TissueSamples samples_of(const ReferencePlaces& places, const Chosen& chosen, ChannelKind kind)
{
  TissueSamples samples;
  for (const auto n : chosen)
  {
    samples.places.push_back(places.point(n));
    samples.values.push_back(places.single[index_of(kind)][n]);
  }
  return samples;
}

Scales scales_of(const ReferencePlaces& places, const Chosen& chosen, const std::vector<ImageView>& views)
{
  Scales scales;
  for (const auto& view : views) scales[index_of(view.kind)] = reference_scale(samples_of(places, chosen, view.kind), view.zero);
  return scales;
}

bool agrees(const ReferencePlaces& places, const Scales& scales, std::size_t place)
{
  return std::ranges::all_of(compared,
                             [&](ChannelKind kind)
                             {
                               const auto& scale = scales[index_of(kind)];
                               if (!scale || !places.has(kind) || !std::isfinite(places.mean[index_of(kind)][place])) return true;
                               const double off = std::abs(
                                   scale->multiple(static_cast<double>(places.mean[index_of(kind)][place]), places.point(place)) - 1.0);
                               return off <= std::clamp(deviations * deviation_to_sigma * scale->deviation, narrowest, widest);
                             });
}

/// Without the places that have fewer than half of their eight neighbours in the slice among the chosen.
Chosen without_stray(const ReferencePlaces& places, const Chosen& chosen)
{
  std::vector<std::uint8_t> is_chosen(places.voxels.size(), 0);
  for (const auto n : chosen) is_chosen[n] = 1;
  const auto columns = static_cast<std::ptrdiff_t>(places.net.i), count = static_cast<std::ptrdiff_t>(is_chosen.size());
  Chosen kept;
  for (const auto n : chosen)
  {
    int neighbours = 0;
    for (const auto shift :
         {-columns - 1, -columns, -columns + 1, std::ptrdiff_t{-1}, std::ptrdiff_t{1}, columns - 1, columns, columns + 1})
    {
      const auto other = static_cast<std::ptrdiff_t>(n) + shift;
      if (other >= 0 && other < count) neighbours += is_chosen[static_cast<std::size_t>(other)];
    }
    if (neighbours >= 4) kept.push_back(n);
  }
  return kept.size() >= fewest_places ? kept : chosen;
}

Failure no_reference()
{
  return {TissueError::NoReference,
          "no even tissue was found around the lesion to compare its intensities with (enhancement cannot be told without). "
          "Give muscle, or in a head normal brain, with --reference MASK or --reference-point X,Y,Z."};
}

Result<Chosen> automatic_choice(const ReferencePlaces& places, const TissueChannels& channels, const std::vector<ImageView>& views,
                                const ReferenceConfig& config)
{
  const ImageView lead = views.front();
  const auto even = even_places(places, lead, places_with_tissue(places, lead, config));
  const auto modes = modes_of(places, lead, even);
  const auto fat = channel_of(channels, lead.kind)->fat;
  const auto mode = reference_mode(modes, lead.kind, fat, told_fat(places, lead, even, modes, fat));
  if (!mode) return no_reference();
  auto chosen = even;
  std::erase_if(chosen,
                [&](std::size_t n) {
                  return std::abs(static_cast<double>(places.mean[index_of(lead.kind)][n]) - lead.zero.value - mode->level) >
                         mode_width * mode->level;
                });
  for (const auto& view : views)
    if (view.kind != lead.kind) chosen = low_in(places, view, std::move(chosen));
  constexpr int rounds = 4;
  for (int round = 0; round < rounds && chosen.size() >= fewest_places; ++round, stop_if_asked())
  {
    const auto scales = scales_of(places, chosen, views);
    chosen.clear();
    std::ranges::copy_if(even, std::back_inserter(chosen), [&](std::size_t n) { return agrees(places, scales, n); });
    chosen = without_stray(places, chosen);
  }
  if (chosen.size() < fewest_places) return no_reference();
  return chosen;
}

std::vector<ImageView> views_of(const TissueChannels& channels, const ReferencePlaces& places)
{
  std::vector<ImageView> views;
  for (const auto kind : compared)
    if (places.has(kind)) views.push_back({kind, signal_zero_of(*channel_of(channels, kind)->image)});
  return views;
}

/// Fat around the lesion: even places much brighter than the reference on T1 before contrast.
Chosen fat_places(const ReferencePlaces& places, const SignalScale& t1, const ReferenceConfig& config)
{
  Chosen fat;
  const auto channel = index_of(ChannelKind::T1);
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
  {
    if (static_cast<double>(places.distance[n]) < config.nearest || !std::isfinite(places.mean[channel][n])) continue;
    const double multiple = t1.multiple(static_cast<double>(places.mean[channel][n]), places.point(n));
    if (multiple > fat_from && multiple < fat_to &&
        static_cast<double>(places.spread[channel][n]) < 0.15 * (static_cast<double>(places.mean[channel][n]) - t1.zero.value))
      fat.push_back(n);
  }
  return fat;
}

std::vector<float> multiples_of(const ReferencePlaces& places, const Chosen& chosen, ChannelKind kind, const SignalScale& scale)
{
  std::vector<float> multiples;
  for (const auto n : chosen)
    multiples.push_back(static_cast<float>(scale.multiple(static_cast<double>(places.mean[index_of(kind)][n]), places.point(n))));
  return multiples;
}

void look_at_fat(const ReferencePlaces& places, const TissueChannels& channels, const ReferenceConfig& config, ReferenceFound& found)
{
  const auto& t1 = found.scales[index_of(ChannelKind::T1)];
  const auto& t1c = found.scales[index_of(ChannelKind::T1Contrast)];
  if (channels.t1c) found.fat_after_contrast = channels.t1c->fat;
  if (!t1 || channels.t1->fat == FatSignal::Suppressed) return;
  const auto fat = fat_places(places, *t1, config);
  if (fat.size() < fewest_places) return;
  found.fat_on_t1 = quantile_of(multiples_of(places, fat, ChannelKind::T1, *t1), 0.5);
  if (!t1c || found.fat_after_contrast != FatSignal::Unknown) return;
  const double after = quantile_of(multiples_of(places, fat, ChannelKind::T1Contrast, *t1c), 0.5);
  if (std::isfinite(after)) found.fat_after_contrast = after < 0.7 ? FatSignal::Suppressed : FatSignal::Kept;
}

/// The cells of the chosen places on the lesion's grid, cut at its border.
Mask mask_of(const Mask& lesion, const ReferencePlaces& places, const Chosen& chosen)
{
  const auto& grid = lesion.geometry().size();
  std::vector<std::uint8_t> bytes(grid.voxels(), 0);
  for (const auto n : chosen)
  {
    const auto centre = places.voxels[n];
    const VoxelIndex first{centre.i - places.step.i / 2, centre.j - places.step.j / 2, centre.k - places.step.k / 2};
    for (int k = std::max(first.k, 0); k < std::min(first.k + places.step.k, grid.k); ++k)
      for (int j = std::max(first.j, 0); j < std::min(first.j + places.step.j, grid.j); ++j)
        for (int i = std::max(first.i, 0); i < std::min(first.i + places.step.i, grid.i); ++i)
          bytes[(static_cast<std::size_t>(k) * static_cast<std::size_t>(grid.j) + static_cast<std::size_t>(j)) *
                    static_cast<std::size_t>(grid.i) +
                static_cast<std::size_t>(i)] = 1;
  }
  return Mask::from_grid(lesion.geometry(), bytes);
}

double median_distance(const ReferencePlaces& places, const Chosen& chosen)
{
  std::vector<float> distances;
  for (const auto n : chosen) distances.push_back(places.distance[n]);
  return quantile_of(std::move(distances), 0.5);
}

Result<ReferenceFound> found_automatically(const Mask& lesion, const TissueChannels& channels, const ReferencePlaces& places,
                                           const ReferenceConfig& config)
{
  const auto views = views_of(channels, places);
  const auto chosen = automatic_choice(places, channels, views, config);
  if (!chosen) return chosen.failure();
  auto mask = mask_of(lesion, places, *chosen);
  const auto voxels = mask.count();
  return ReferenceFound{.tissue = {.source = ReferenceSource::Automatic,
                                   .mask = std::move(mask),
                                   .voxels = voxels,
                                   .distance = median_distance(places, *chosen),
                                   .levels = {}},
                        .scales = scales_of(places, *chosen, views),
                        .fat_on_t1 = {},
                        .suppressed_fat = {},
                        .fat_after_contrast = FatSignal::Unknown,
                        .fat_before_contrast = channels.t1 ? channels.t1->fat : FatSignal::Unknown,
                        .kind = ReferenceKind::Muscle,
                        .warnings = {}};
}
}  // namespace

Result<ReferenceFound> find_reference(const Mask& lesion, const TissueChannels& channels, const ChannelReaders& readers,
                                      const ReferenceConfig& config)
{
  const auto places = reference_places(lesion, readers, config);
  auto found =
      config.mask || config.point ? given_reference(lesion, channels, places, config) : found_automatically(lesion, channels, places, config);
  if (!found) return found;
  look_at_fat(places, channels, config, *found);
  if (const auto& after = found->scales[index_of(ChannelKind::T1Contrast)])
  {
    found->kind = reference_kind(places, *after, config);
    found->suppressed_fat = suppressed_fat_level(places, *after, channels.t1c->fat, config);
  }
  return found;
}
}  // namespace nadir::segmentation
