#include "segmentation/tissue/drawn_level.h"

#include <algorithm>
#include <utility>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
double clamped(double level, LevelLimits limits) { return std::clamp(level, limits.low, limits.high); }

double drawn_back(std::vector<float> chosen, double prior, std::size_t lesion)
{
  constexpr double enough_share = 0.01;
  const auto count = static_cast<double>(chosen.size());
  if (chosen.empty()) return prior;
  const double prior_count = enough_voxels + enough_share * static_cast<double>(lesion);
  return (count * quantile_of(std::move(chosen), 0.5) + prior_count * prior) / (count + prior_count);
}
}  // namespace nadir::segmentation
