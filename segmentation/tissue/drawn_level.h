#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace nadir::segmentation
{
/// Limits that a level keeps whatever the lesion shows.
struct LevelLimits
{
  double low;
  double high;
};

/// The level held within its limits.
double clamped(double level, LevelLimits limits);

/// The least number of voxels from which a level is taken.
inline constexpr double enough_voxels = 50.0;

/// A level that a lesion shows, and in how many of its voxels.
struct SeenLevel
{
  double level = 0.0;
  std::size_t voxels = 0;
};

/// The median of the values and their number.
SeenLevel seen_level(std::vector<float> values);

/// The level seen, drawn back to a prior one: half-way where it was seen in `enough_voxels` and a hundredth of the lesion, and the less the
/// more voxels show it, by the square of their number. `lesion`: its voxels. Seen nowhere: the prior.
double drawn_back(const SeenLevel& seen, double prior, std::size_t lesion);

/// The finite values of the first `count` voxels for which `choose` holds.
template <class Choose> std::vector<float> values_where(const std::vector<float>& values, std::size_t count, Choose choose)
{
  std::vector<float> chosen;
  chosen.reserve(count);
  for (std::size_t n = 0; n < count; ++n)
    if (std::isfinite(values[n]) && choose(n)) chosen.push_back(values[n]);
  return chosen;
}
}  // namespace nadir::segmentation
