#include "segmentation/tissue/reference_lead.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr double air_level = 0.08;    // of the bright end of the signals around
constexpr double even_part = 0.7;     // of the places: the more even ones
constexpr double near_weight = 30.0;  // mm over which a place's weight falls to 1/e

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
    const double score =
        mode.share * (told && told->signal != FatSignal::Unknown ? not_told_fat(mode, *told) : not_fat(mode, modes, kind, fat));
    if (score > best_score) best = mode, best_score = score;
  }
  return best;
}

/// Places that are no fat by ADC: water in fat hardly shows, that of muscle and brain diffuses at 700 and more. All where ADC tells
/// nothing.
Chosen without_fat_on_adc(const ReferencePlaces& places, double adc_factor, Chosen even)
{
  constexpr double highest_of_fat = 600.0, least_part_of_fat = 0.05, least_left = 0.2;  // 1e-6 mm2/s; parts of all
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

/// Of the two tissues of a doubtful pair, the peak that was not chosen.
std::optional<SignalMode> other_of(const std::vector<SignalMode>& modes, const std::optional<ToldFat>& told, const SignalMode& mode)
{
  if (!told || !told->is_doubtful) return std::nullopt;
  const double level = mode.level > told->border() ? told->dark : told->bright;
  const auto other = std::ranges::find_if(modes, [level](const SignalMode& own) { return own.level == level; });
  return other == modes.end() ? std::nullopt : std::optional(*other);
}
}  // namespace

std::vector<SignalMode> modes_of(const ReferencePlaces& places, ImageView view, const Chosen& around)
{
  std::vector<WeightedSignal> signals;
  for (const auto n : around)
    signals.push_back({static_cast<double>(places.mean[index_of(view.kind)][n]) - view.zero.value,
                       std::exp(-static_cast<double>(places.distance[n]) / near_weight)});
  return signal_modes(signals);
}

std::optional<Lead> lead_of(const ReferencePlaces& places, const TissueChannels& channels, ImageView view, const ReferenceConfig& config,
                            double adc_factor)
{
  auto even = even_places(places, view, places_with_tissue(places, view, config));
  even = without_fat_on_adc(places, adc_factor, std::move(even));
  const auto modes = modes_of(places, view, even);
  const auto fat = channel_of(channels, view.kind)->fat;
  const auto told = told_fat(places, view, even, modes, fat);
  const auto mode = reference_mode(modes, view.kind, fat, told);
  if (!mode) return std::nullopt;
  const auto other = other_of(modes, told, *mode);
  if (!other) even = without_near_fat(places, view, told, std::move(even));
  return Lead{view, std::move(even), *mode, other};
}
}  // namespace nadir::segmentation
