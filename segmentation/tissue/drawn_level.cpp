#include "segmentation/tissue/drawn_level.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
double clamped(double level, LevelLimits limits) { return std::clamp(level, limits.low, limits.high); }

SeenLevel seen_level(std::vector<float> values)
{
  const auto voxels = values.size();
  return {voxels == 0 ? 0.0 : quantile_of(std::move(values), 0.5), voxels};
}

double drawn_back(const SeenLevel& seen, double prior, std::size_t lesion)
{
  constexpr double enough_share = 0.01;
  if (seen.voxels == 0) return prior;
  const double half = enough_voxels + enough_share * static_cast<double>(lesion);
  const double own = std::pow(static_cast<double>(seen.voxels) / half, 2.0);
  return (own * seen.level + prior) / (own + 1.0);
}
}  // namespace nadir::segmentation
