#include "segmentation/lesion/rim_odds.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
RimOdds::RimOdds(const std::vector<float>& of_rim, const std::vector<float>& of_surroundings, double noise)
{
  constexpr double most = 2.5;
  auto all = of_surroundings;
  all.insert(all.end(), of_rim.begin(), of_rim.end());
  std::erase_if(all, [](float v) { return !std::isfinite(v); });
  if (all.empty()) return;
  std::sort(all.begin(), all.end());
  low_ = static_cast<double>(all[all.size() / 200]);
  width_ = std::max(1e-9, (static_cast<double>(all[all.size() - 1 - all.size() / 500]) - low_) / bins);
  const double blur = std::max(1.0, 2.0 * noise / width_);
  const auto rim = density(of_rim, blur), around = density(of_surroundings, blur);
  for (std::size_t n = 0; n < odds_.size(); ++n) odds_[n] = std::clamp(std::log(rim[n] / around[n]), -most, most);
}

double RimOdds::operator()(float value) const { return std::isfinite(value) ? odds_[bin_of(value)] : -1.0; }

std::size_t RimOdds::bin_of(float value) const
{
  return static_cast<std::size_t>(std::clamp((static_cast<double>(value) - low_) / width_, 0.0, bins - 1.0));
}

/// Counts, each spread over its neighbours, summing to 1.
RimOdds::Histogram RimOdds::density(const std::vector<float>& values, double blur) const
{
  Histogram counts{}, spread{};
  for (const float value : values)
    if (std::isfinite(value)) counts[bin_of(value)] += 1.0;
  for (int from = 0; from < bins; ++from)
  {
    if (counts[static_cast<std::size_t>(from)] == 0.0) continue;
    Histogram kernel{};
    double sum = 0.0;
    for (int to = 0; to < bins; ++to) sum += kernel[static_cast<std::size_t>(to)] = std::exp(-0.5 * std::pow((to - from) / blur, 2.0));
    for (std::size_t to = 0; to < bins; ++to) spread[to] += counts[static_cast<std::size_t>(from)] * kernel[to] / sum;
  }
  double total = 0.0;
  for (const double count : spread) total += count;
  for (double& count : spread) count = (count + 1e-3 * total + 1e-9) / (total * (1.0 + 1e-3 * bins) + 1e-9 * bins);
  return spread;
}
}  // namespace nadir::segmentation::lesion
