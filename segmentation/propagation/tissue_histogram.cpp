#include "segmentation/propagation/tissue_histogram.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
TissueHistogram TissueHistogram::spanning(std::vector<float> values)
{
  std::erase_if(values, [](float v) { return !std::isfinite(v); });
  if (values.empty()) return {0.0F, 0.0F};
  const auto nth = [&](double share)
  {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const float low = nth(0.002);
  return {low, nth(0.998)};
}

std::size_t TissueHistogram::bin(float value) const
{
  const float place = (value - low_) * scale_;
  if (!(place > 0.0F)) return 0;
  return std::min(static_cast<std::size_t>(place), bins - 1);
}

void TissueHistogram::add(float value, double weight)
{
  probability_[bin(value)] += weight;
  count_ += weight;
}

void TissueHistogram::blend(const TissueHistogram& other, double share)
{
  for (std::size_t n = 0; n < bins; ++n) probability_[n] = (1.0 - share) * probability_[n] + share * other.probability_[n];
}

void TissueHistogram::finish(double spread)
{
  std::array<double, bins> smoothed{};
  const int reach = static_cast<int>(std::ceil(3.0 * spread));
  for (std::size_t n = 0; n < bins; ++n)
    for (int step = -reach; step <= reach; ++step)
    {
      const int to = std::clamp(static_cast<int>(n) + step, 0, static_cast<int>(bins) - 1);
      smoothed[static_cast<std::size_t>(to)] += probability_[n] * std::exp(-0.5 * step * step / (spread * spread));
    }
  double sum = 0.0;
  for (const double p : smoothed) sum += p;
  for (std::size_t n = 0; n < bins; ++n) probability_[n] = (sum > 0.0 ? 0.98 * smoothed[n] / sum : 0.98 / bins) + 0.02 / bins;
}
}  // namespace nadir::segmentation
