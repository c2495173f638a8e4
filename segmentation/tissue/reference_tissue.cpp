#include "segmentation/tissue/reference_tissue.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/result/stop_request.h"
#include "segmentation/tissue/given_reference.h"
#include "segmentation/tissue/order_statistics.h"
#include "segmentation/tissue/reference_lead.h"
#include "segmentation/tissue/reference_scale.h"
#include "segmentation/tissue/suppressed_fat.h"

namespace nadir::segmentation
{
namespace
{
using Scales = std::array<std::optional<SignalScale>, channel_kind_count>;

constexpr std::array<ChannelKind, 4> compared{ChannelKind::T1, ChannelKind::T1Contrast, ChannelKind::T2, ChannelKind::Flair};
constexpr double mode_width = 0.30;  // around the peak, at first
constexpr double narrowest = 0.10, widest = 0.35, deviations = 3.5;
constexpr std::size_t fewest_places = 20;
constexpr double fat_from = 1.6, fat_to = 6.0;

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

/// The places that agree with a level of the leading image and with each other in all images.
Result<Chosen> places_of(const ReferencePlaces& places, const std::vector<ImageView>& views, const Lead& lead, const SignalMode& mode)
{
  auto chosen = lead.even;
  std::erase_if(chosen,
                [&](std::size_t n)
                {
                  return std::abs(static_cast<double>(places.mean[index_of(lead.view.kind)][n]) - lead.view.zero.value - mode.level) >
                         mode_width * mode.level;
                });
  for (const auto& view : views)
    if (view.kind != lead.view.kind) chosen = low_in(places, view, std::move(chosen));
  constexpr int rounds = 4;
  for (int round = 0; round < rounds && chosen.size() >= fewest_places; ++round, stop_if_asked())
  {
    const auto scales = scales_of(places, chosen, views);
    chosen.clear();
    std::ranges::copy_if(lead.even, std::back_inserter(chosen), [&](std::size_t n) { return agrees(places, scales, n); });
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

ReferenceFound found_at(const Mask& lesion, const TissueChannels& channels, const ReferencePlaces& places, const Chosen& chosen)
{
  auto mask = mask_of(lesion, places, chosen);
  const auto voxels = mask.count();
  return {.tissue = {.source = ReferenceSource::Automatic,
                     .mask = std::move(mask),
                     .voxels = voxels,
                     .distance = median_distance(places, chosen)},
          .scales = scales_of(places, chosen, views_of(channels, places)),
          .fat_before_contrast = channels.t1 ? channels.t1->fat : FatSignal::Unknown};
}

Result<ReferenceFound> found_automatically(const Mask& lesion, const TissueChannels& channels, const ReferencePlaces& places,
                                           const ReferenceConfig& config, double adc_factor)
{
  const auto views = views_of(channels, places);
  const auto lead = lead_of(places, channels, views.front(), config, adc_factor);
  if (!lead) return no_reference();
  const auto chosen = places_of(places, views, *lead, lead->mode);
  if (!chosen) return chosen.failure();
  auto found = found_at(lesion, channels, places, *chosen);
  if (!lead->otherwise) return found;
  found.warnings.push_back(
      "fat and muscle around the lesion could not be told apart with certainty in the " + std::string(name_of(lead->view.kind)) +
      " image, so the reference may be fat (dead tissue would then be called viable, or viable dead); the bands hold both. Give a T1 "
      "image before contrast, T2 or ADC, or mark muscle with --reference");
  if (const auto other = places_of(places, views, *lead, *lead->otherwise))
    found.otherwise = std::make_shared<const ReferenceFound>(found_at(lesion, channels, places, *other));
  return found;
}

/// Adds that the reference may be brain, which matters where an image after contrast alone must tell liquid.
void doubt_kind(const TissueChannels& channels, ReferenceFound& found)
{
  if (channels.t2 || channels.adc || found.otherwise) return;
  auto brain = found;
  brain.kind = ReferenceKind::Brain;
  brain.warnings.clear();
  found.otherwise = std::make_shared<const ReferenceFound>(std::move(brain));
  found.warnings.push_back(
      "whether the tissue around the lesion is muscle beside fat of middling suppression, or brain, could not be told from the T1 "
      "image after contrast alone; it was taken for muscle, and the bands hold both. Give a T1 image before contrast, T2 or ADC");
}

void look_after_contrast(const ReferencePlaces& places, const TissueChannels& channels, const ReferenceConfig& config,
                         ReferenceFound& found)
{
  const auto& after = found.scales[index_of(ChannelKind::T1Contrast)];
  if (!after) return;
  const auto kind = reference_kind(places, {*after, channels.t1c->image->geometry()}, config);
  found.kind = kind.kind;
  found.suppressed_fat = suppressed_fat_level(places, *after, channels.t1c->fat, config);
  if (kind.may_be_brain) doubt_kind(channels, found);
}
}  // namespace

Result<ReferenceFound> find_reference(const Mask& lesion, const TissueChannels& channels, const ChannelReaders& readers,
                                      const ReferenceConfig& config, double adc_factor)
{
  const auto places = reference_places(lesion, readers, config);
  auto found = config.mask || config.point ? given_reference(lesion, channels, places, config)
                                           : found_automatically(lesion, channels, places, config, adc_factor);
  if (!found) return found;
  look_at_fat(places, channels, config, *found);
  look_after_contrast(places, channels, config, *found);
  return found;
}
}  // namespace nadir::segmentation
