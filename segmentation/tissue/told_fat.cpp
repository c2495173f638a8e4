#include "segmentation/tissue/told_fat.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "segmentation/tissue/distance_field.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr double least_share = 0.08;  // of a tissue among the places
constexpr double least_ratio = 1.4;   // of the signals of fat and muscle

/// The two commonest tissues.
struct Pair
{
  SignalMode dark;
  SignalMode bright;
};

std::optional<Pair> commonest_pair(std::vector<SignalMode> modes)
{
  std::erase_if(modes, [](const SignalMode& mode) { return mode.share < least_share; });
  std::ranges::sort(modes, [](const SignalMode& a, const SignalMode& b) { return a.share > b.share; });
  for (std::size_t n = 1; n < modes.size(); ++n)
  {
    const auto& [dark, bright] = std::minmax(modes[0], modes[n], [](const SignalMode& a, const SignalMode& b) { return a.level < b.level; });
    if (bright.level >= least_ratio * dark.level) return Pair{dark, bright};
  }
  return std::nullopt;
}

double signal_at(const ReferencePlaces& places, const ImageView& view, std::size_t place)
{
  return static_cast<double>(places.mean[index_of(view.kind)][place]) - view.zero.value;
}

/// 1 where a place and its eight neighbours in the slice show no signal: cortical bone and tendons are thinner.
std::vector<std::uint8_t> air_of(const ReferencePlaces& places, const ImageView& view, double least_signal)
{
  const auto columns = places.net.i, rows = places.net.j;
  const auto number = [&](int i, int j, int k)
  {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(rows) + static_cast<std::size_t>(j)) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(i);
  };
  const auto is_dark = [&](int i, int j, int k) { return signal_at(places, view, number(i, j, k)) < least_signal; };
  std::vector<std::uint8_t> air(places.voxels.size(), 0);
  for (int k = 0; k < places.net.k; ++k)
    for (int j = 1; j + 1 < rows; ++j)
      for (int i = 1; i + 1 < columns; ++i)
      {
        bool all = true;
        for (int dj = -1; dj <= 1 && all; ++dj)
          for (int di = -1; di <= 1 && all; ++di) all = is_dark(i + di, j + dj, k);
        air[number(i, j, k)] = all ? 1 : 0;
      }
  return air;
}

/// Median distance to the air of the places of one tissue, mm; nothing for too few.
std::optional<double> depth_of(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even,
                               const SignalMode& mode, const std::vector<float>& to_air)
{
  constexpr double width = 0.2;
  constexpr std::size_t fewest = 20;
  std::vector<float> depths;
  for (const auto n : even)
    if (std::abs(signal_at(places, view, n) / mode.level - 1.0) < width && std::isfinite(to_air[n])) depths.push_back(to_air[n]);
  if (depths.size() < fewest) return std::nullopt;
  return quantile_of(std::move(depths), 0.5);
}

/// +1: the brighter tissue lies nearer to the air, -1: the darker one, 0: neither, or no air is near.
int nearer_to_air(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even, const Pair& pair)
{
  constexpr double no_signal = 0.45;  // of the darker tissue; noise at a signal-to-noise ratio of 4 lies below
  constexpr double clearly = 0.85, farthest = 60.0;
  const VoxelSpacing spacing{places.grid.spacing().i * places.step.i, places.grid.spacing().j * places.step.j,
                             places.grid.spacing().k * places.step.k};
  const auto to_air = distance_field(air_of(places, view, no_signal * pair.dark.level), places.net, spacing);
  const auto dark = depth_of(places, view, even, pair.dark, to_air), bright = depth_of(places, view, even, pair.bright, to_air);
  if (!dark || !bright || std::min(*dark, *bright) > farthest) return 0;
  return *bright < clearly * *dark ? 1 : *dark < clearly * *bright ? -1 : 0;
}

std::optional<double> lesion_level(const ReferencePlaces& places, const ImageView& view)
{
  std::vector<float> signals;
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
    if (places.distance[n] == 0.0F && std::isfinite(places.mean[index_of(view.kind)][n]))
      signals.push_back(static_cast<float>(signal_at(places, view, n)));
  if (signals.empty()) return std::nullopt;
  return quantile_of(std::move(signals), 0.5);
}

/// What the lesion's own signal says: positive, the brighter tissue is fat; negative, the darker one.
int by_lesion(const ReferencePlaces& places, const ImageView& view, const Pair& pair)
{
  const auto level = lesion_level(places, view);
  if (!level) return 0;
  if (view.kind == ChannelKind::T1) return *level < std::sqrt(pair.dark.level * pair.bright.level) ? 2 : -1;  // lipomas are as bright as fat
  return *level > 1.15 * pair.bright.level ? -1 : *level < 0.85 * pair.bright.level ? 1 : 0;
}
}  // namespace

std::optional<ToldFat> told_fat(const ReferencePlaces& places, ImageView view, const std::vector<std::size_t>& even,
                                const std::vector<SignalMode>& modes, FatSignal said)
{
  if (view.kind != ChannelKind::T1 && view.kind != ChannelKind::T1Contrast) return std::nullopt;
  const auto pair = commonest_pair(modes);
  if (!pair) return std::nullopt;
  const int near_air = nearer_to_air(places, view, even, *pair);
  const int usual = view.kind == ChannelKind::T1 ? 1 : 0;  // before contrast fat is seldom suppressed
  const int seen = by_lesion(places, view, *pair) + 2 * near_air;
  const int evidence = said == FatSignal::Unknown ? usual + seen : seen;
  if (evidence > 0 && said != FatSignal::Suppressed) return ToldFat{FatSignal::Kept, pair->bright.level};
  if (evidence < 0 && said != FatSignal::Kept) return ToldFat{FatSignal::Suppressed, pair->dark.level};
  return std::nullopt;
}
}  // namespace nadir::segmentation
