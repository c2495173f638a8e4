#include "segmentation/tissue/told_fat.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "segmentation/tissue/air_distance.h"
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
    const auto& [dark, bright] =
        std::minmax(modes[0], modes[n], [](const SignalMode& a, const SignalMode& b) { return a.level < b.level; });
    if (bright.level >= least_ratio * dark.level) return Pair{dark, bright};
  }
  return std::nullopt;
}

double signal_at(const ReferencePlaces& places, const ImageView& view, std::size_t place)
{
  return static_cast<double>(places.mean[index_of(view.kind)][place]) - view.zero.value;
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

/// Distance of all places to the air; noise at a signal-to-noise ratio of 4 lies below the least signal.
std::vector<float> to_air_of(const ReferencePlaces& places, const ImageView& view, const Pair& pair)
{
  constexpr double no_signal = 0.45;  // of the darker tissue
  std::vector<std::uint8_t> is_dark(places.voxels.size());
  for (std::size_t n = 0; n < is_dark.size(); ++n) is_dark[n] = signal_at(places, view, n) < no_signal * pair.dark.level ? 1 : 0;
  return air_distance(places, is_dark);
}

/// +1: the brighter tissue lies nearer to the air, -1: the darker one, 0: neither, or no air within `farthest` mm.
int nearer_to_air(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even, const Pair& pair,
                  double farthest)
{
  constexpr double clearly = 0.85;
  const auto to_air = to_air_of(places, view, pair);
  const auto dark = depth_of(places, view, even, pair.dark, to_air), bright = depth_of(places, view, even, pair.bright, to_air);
  if (!dark || !bright || std::min(*dark, *bright) > farthest) return 0;
  return *bright < clearly * *dark ? 1 : *dark < clearly * *bright ? -1 : 0;
}

/// The same from what lies just beneath the skin, where a tissue is commoner than it is deeper; 0: skin is hardly seen. In a trunk the fat
/// between the organs is deeper than all muscle, so that a middle depth tells nothing.
int beneath_skin(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even, const Pair& pair)
{
  constexpr double shallow = 15.0, clearly = 3.0, width = 0.25;
  constexpr double fewest = 30.0;
  const auto to_air = to_air_of(places, view, pair);
  const double border = std::sqrt(pair.dark.level * pair.bright.level);
  double dark_shallow = 1.0, bright_shallow = 1.0, dark_deep = 1.0, bright_deep = 1.0;
  for (const auto n : even)
  {
    if (!std::isfinite(to_air[n])) continue;
    const double signal = signal_at(places, view, n);
    const bool is_shallow = static_cast<double>(to_air[n]) < shallow;
    if (std::abs(signal / pair.dark.level - 1.0) < width && signal < border) (is_shallow ? dark_shallow : dark_deep) += 1.0;
    if (std::abs(signal / pair.bright.level - 1.0) < width && signal >= border) (is_shallow ? bright_shallow : bright_deep) += 1.0;
  }
  if (dark_shallow + bright_shallow < fewest) return 0;
  const double odds = dark_shallow * bright_deep / (bright_shallow * dark_deep);
  if (odds > clearly && dark_shallow > bright_shallow) return -1;
  return odds * clearly < 1.0 && bright_shallow > dark_shallow ? 1 : 0;
}

std::vector<float> lesion_signals(const ReferencePlaces& places, const ImageView& view)
{
  std::vector<float> signals;
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
    if (places.distance[n] == 0.0F && std::isfinite(places.mean[index_of(view.kind)][n]))
      signals.push_back(static_cast<float>(signal_at(places, view, n)));
  return signals;
}

/// What the lesion's own signal before contrast says: lipomas are as bright as fat, all else as muscle.
int by_lesion_before_contrast(const ReferencePlaces& places, const ImageView& view, const Pair& pair)
{
  const auto signals = lesion_signals(places, view);
  if (signals.empty()) return 0;
  return quantile_of(signals, 0.5) < std::sqrt(pair.dark.level * pair.bright.level) ? 2 : -1;
}

/// After contrast: what is living of a lesion outshines muscle, and hardly ever fat that is not suppressed. A dead lesion is darker than
/// both.
int by_lesion_after_contrast(const ReferencePlaces& places, const ImageView& view, const Pair& pair)
{
  constexpr double living = 0.9, outshines = 1.3;
  const auto signals = lesion_signals(places, view);
  if (signals.empty()) return 0;
  const double brightest = quantile_of(signals, living);
  return brightest > outshines * pair.bright.level ? -3 : brightest < pair.bright.level ? 1 : 0;
}

double median_of(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even, const SignalMode& mode,
                 ChannelKind kind)
{
  constexpr double width = 0.2;
  std::vector<float> values;
  for (const auto n : even)
    if (std::abs(signal_at(places, view, n) / mode.level - 1.0) < width) values.push_back(places.mean[index_of(kind)][n]);
  return quantile_of(std::move(values), 0.5);
}

/// T2 makes fat 2.5 to 5 times as bright as muscle, unless it suppresses it too; then muscle is the brighter one, by less.
int by_t2(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even, const Pair& pair)
{
  constexpr double plainly = 2.5;
  if (!places.has(ChannelKind::T2)) return 0;
  const double ratio =
      median_of(places, view, even, pair.dark, ChannelKind::T2) / median_of(places, view, even, pair.bright, ChannelKind::T2);
  if (!(ratio > 0.0)) return 0;
  return ratio > plainly ? -2 : ratio * plainly < 1.0 ? 2 : 0;
}

/// What speaks for fat that is kept (positive) or suppressed (negative).
struct Evidence
{
  int sum = 0;
  bool is_doubtful = false;
};

Evidence evidence_before_contrast(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even,
                                  const Pair& pair)
{
  constexpr double farthest = 60.0;
  return {by_lesion_before_contrast(places, view, pair) + 2 * nearer_to_air(places, view, even, pair, farthest), false};
}

/// Places speak by half only, as bone, vessels and bowel look like air. Without them, a lesion that is all dead beside suppressed fat looks
/// like a living one beside fat that is kept.
Evidence evidence_after_contrast(const ReferencePlaces& places, const ImageView& view, const std::vector<std::size_t>& even,
                                 const Pair& pair)
{
  constexpr double farthest = 30.0, usual_from = 2.2, usual_to = 3.1;  // fat that is kept, against muscle
  constexpr int least = 2;                                             // one sign alone is a guess
  const double ratio = pair.bright.level / pair.dark.level;
  const int by_ratio = ratio > usual_from && ratio < usual_to ? 1 : 0;
  const int by_place = beneath_skin(places, view, even, pair) + nearer_to_air(places, view, even, pair, farthest);
  const int t2 = by_t2(places, view, even, pair), lesion = by_lesion_after_contrast(places, view, pair);
  const int sum = lesion + t2 + by_place + by_ratio;
  return {sum, std::abs(sum) < least || (lesion >= 0 && t2 == 0 && by_place == 0)};
}
}  // namespace

std::optional<ToldFat> told_fat(const ReferencePlaces& places, ImageView view, const std::vector<std::size_t>& even,
                                const std::vector<SignalMode>& modes, FatSignal said)
{
  if (view.kind != ChannelKind::T1 && view.kind != ChannelKind::T1Contrast) return std::nullopt;
  const auto pair = commonest_pair(modes);
  if (!pair) return std::nullopt;
  const bool is_before = view.kind == ChannelKind::T1;
  const int usual = is_before && said == FatSignal::Unknown ? 1 : 0;  // before contrast fat is seldom suppressed
  const auto seen = is_before ? evidence_before_contrast(places, view, even, *pair) : evidence_after_contrast(places, view, even, *pair);
  const int evidence = usual + seen.sum;
  const bool is_doubtful = said == FatSignal::Unknown && seen.is_doubtful;
  const auto told = [&](FatSignal fat) { return ToldFat{fat, pair->dark.level, pair->bright.level, is_doubtful}; };
  if (evidence > 0 && said != FatSignal::Suppressed) return told(FatSignal::Kept);
  if (evidence < 0 && said != FatSignal::Kept) return told(FatSignal::Suppressed);
  return told(FatSignal::Unknown);
}
}  // namespace nadir::segmentation
