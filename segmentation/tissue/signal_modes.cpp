#include "segmentation/tissue/signal_modes.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr double bin_width = 0.02;     // of log(signal)
constexpr double lowest_share = 1e-3;  // of the largest signal: darker is air
constexpr double deep_valley = 0.8;

using Histogram = std::vector<double>;

double largest_of(const std::vector<WeightedSignal>& signals)
{
  double largest = 0.0;
  for (const auto& value : signals) largest = std::max(largest, value.signal);
  return largest;
}

Histogram histogram_of(const std::vector<WeightedSignal>& signals, double largest)
{
  const double first = std::log(lowest_share);
  Histogram bins(static_cast<std::size_t>(std::ceil(-first / bin_width)) + 1, 0.0);
  for (const auto& value : signals)
  {
    if (!(value.signal > lowest_share * largest)) continue;
    bins[static_cast<std::size_t>((std::log(value.signal / largest) - first) / bin_width)] += value.weight;
  }
  return bins;
}

Histogram smoothed(const Histogram& bins, double sigma_bins)
{
  const int reach = static_cast<int>(std::ceil(3.0 * sigma_bins)), count = static_cast<int>(bins.size());
  Histogram result(bins.size(), 0.0);
  for (int b = 0; b < count; ++b)
    for (int d = -reach; d <= reach; ++d)
      if (b + d >= 0 && b + d < count)
        result[static_cast<std::size_t>(b)] += bins[static_cast<std::size_t>(b + d)] * std::exp(-0.5 * d * d / (sigma_bins * sigma_bins));
  return result;
}

struct Peak
{
  std::size_t top;
  std::size_t low;
  std::size_t high;
};

std::vector<Peak> peaks_of(const Histogram& bins)
{
  std::vector<Peak> peaks;
  std::size_t valley = 0;
  for (std::size_t b = 0; b < bins.size(); ++b)
  {
    if (bins[b] < bins[valley]) valley = b;
    const bool rises = b == 0 || bins[b] > bins[b - 1], falls = b + 1 == bins.size() || bins[b] >= bins[b + 1];
    if (!rises || !falls || bins[b] <= 0.0) continue;
    if (!peaks.empty() && bins[valley] > deep_valley * std::min(bins[b], bins[peaks.back().top]))
    {
      if (bins[b] > bins[peaks.back().top]) peaks.back().top = b;
    }
    else
    {
      if (!peaks.empty()) peaks.back().high = valley;
      peaks.push_back({b, valley, bins.size() - 1});
    }
    valley = b;
  }
  return peaks;
}
}  // namespace

std::vector<SignalMode> signal_modes(const std::vector<WeightedSignal>& signals, double smoothing)
{
  const double largest = largest_of(signals);
  if (!(largest > 0.0)) return {};
  const auto raw = histogram_of(signals, largest);
  const auto bins = smoothed(raw, smoothing / bin_width);
  double all = 0.0;
  for (const double weight : raw) all += weight;
  std::vector<SignalMode> modes;
  const auto level = [&](std::size_t bin) { return largest * lowest_share * std::exp((static_cast<double>(bin) + 0.5) * bin_width); };
  for (const auto& peak : peaks_of(bins))
  {
    double weight = 0.0;
    for (std::size_t b = peak.low; b <= peak.high; ++b) weight += raw[b];
    modes.push_back({level(peak.top), level(peak.low), level(peak.high), all > 0.0 ? weight / all : 0.0});
  }
  return modes;
}
}  // namespace nadir::segmentation
