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
  const bool is_fat = fat.signal == FatSignal::Kept ? mode.level > fat.bright / within : mode.level < fat.dark * within;
  return is_fat ? 0.02 : 1.0;
}

std::optional<SignalMode> reference_mode(const std::vector<SignalMode>& modes, ChannelKind kind, FatSignal fat,
                                         const std::optional<ToldFat>& told)
{
  std::optional<SignalMode> best;
  double best_score = 0.0;
  for (const auto& mode : modes)
  {
    const double score = mode.share * (told && told->signal != FatSignal::Unknown ? not_told_fat(mode, *told) : not_fat(mode, modes, kind, fat));
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

/// Places that are no fat by ADC: water in fat hardly shows, that of muscle and brain diffuses at 700 and more. All where ADC tells nothing.
Chosen without_fat_on_adc(const ReferencePlaces& places, double adc_factor, Chosen even)
{
  constexpr double highest_of_fat = 600.0, least_part_of_fat = 0.05, least_left = 0.2; // 1e-6 mm2/s; parts of all
  if (!places.has(ChannelKind::Adc)) return even;
  const auto& adc = places.mean[index_of(ChannelKind::Adc)];
  const auto count = static_cast<double>(even.size());
  auto left = even;
  std::erase_if(left,
                [&](std::size_t n)
                {
                  const double value = adc_factor * static_cast<double>(adc[n]);
                  return value > 0.0 && value < highest_of_fat;
                });
  const auto kept = static_cast<double>(left.size());
  return count - kept < least_part_of_fat * count || kept < least_left * count ? even : left;
}

/// Without the places on fat's side of the border, where fat is so near to muscle that it would pass for muscle in shade.
Chosen without_near_fat(const ReferencePlaces& places, ImageView view, const std::optional<ToldFat>& told, Chosen even)
{
  constexpr double far = 1.9;  // times as bright
  if (!told || told->signal == FatSignal::Unknown || told->bright > far * told->dark) return even;
  std::erase_if(even,
                [&](std::size_t n)
                {
                  const double signal = static_cast<double>(places.mean[index_of(view.kind)][n]) - view.zero.value;
                  return (told->signal == FatSignal::Kept) == (signal > told->border());
                });
  return even;
}

/// Where a reference is looked for, and at which level of the image that leads.
struct Lead
{
  ImageView view;
  Chosen even;
  SignalMode mode;
  std::optional<SignalMode> otherwise; ///< the other of fat and muscle, where which is which is in doubt
};

/// Of the two tissues of a doubtful pair, the peak that was not chosen.
std::optional<SignalMode> other_of(const std::vector<SignalMode>& modes, const std::optional<ToldFat>& told, const SignalMode& mode)
{
  if (!told || !told->is_doubtful) return std::nullopt;
  const double level = mode.level > told->border() ? told->dark : told->bright;
  const auto other = std::ranges::find_if(modes, [level](const SignalMode& own) { return own.level == level; });
  return other == modes.end() ? std::nullopt : std::optional(*other);
}

std::optional<Lead> lead_of(const ReferencePlaces& places, const TissueChannels& channels, ImageView view, const ReferenceConfig& config,
                            double adc_factor)
{
  auto even = even_places(places, view, places_with_tissue(places, view, config));
  if (view.kind == ChannelKind::T1Contrast) even = without_fat_on_adc(places, adc_factor, std::move(even));
  const auto modes = modes_of(places, view, even);
  const auto fat = channel_of(channels, view.kind)->fat;
  const auto told = told_fat(places, view, even, modes, fat);
  const auto mode = reference_mode(modes, view.kind, fat, told);
  if (!mode) return std::nullopt;
  const auto other = other_of(modes, told, *mode);
  if (!other) even = without_near_fat(places, view, told, std::move(even));
  return Lead{view, std::move(even), *mode, other};
}

/// The places that agree with a level of the leading image and with each other in all images.
Result<Chosen> places_of(const ReferencePlaces& places, const std::vector<ImageView>& views, const Lead& lead, const SignalMode& mode)
{
  auto chosen = lead.even;
  std::erase_if(chosen,
                [&](std::size_t n) {
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
                     .distance = median_distance(places, chosen),
                     .levels = {}},
          .scales = scales_of(places, chosen, views_of(channels, places)),
          .fat_on_t1 = {},
          .suppressed_fat = {},
          .fat_after_contrast = FatSignal::Unknown,
          .fat_before_contrast = channels.t1 ? channels.t1->fat : FatSignal::Unknown,
          .kind = ReferenceKind::Muscle,
          .warnings = {},
          .otherwise = {}};
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
  found.warnings.push_back("fat and muscle around the lesion could not be told apart with certainty in the " + std::string(name_of(lead->view.kind)) +
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
  found.warnings.push_back("whether the tissue around the lesion is muscle beside fat of middling suppression, or brain, could not be told from the T1 "
                           "image after contrast alone; it was taken for muscle, and the bands hold both. Give a T1 image before contrast, T2 or ADC");
}

void look_after_contrast(const ReferencePlaces& places, const TissueChannels& channels, const ReferenceConfig& config, ReferenceFound& found)
{
  const auto& after = found.scales[index_of(ChannelKind::T1Contrast)];
  if (!after) return;
  const auto kind = reference_kind(places, *after, config);
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
