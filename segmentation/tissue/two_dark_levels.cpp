#include "segmentation/tissue/two_dark_levels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "segmentation/tissue/even_dark_voxels.h"

namespace nadir::segmentation
{
namespace
{
constexpr float brightest = 0.97F;  // no brighter than the reference
constexpr double brightest_liquid = 0.7, darkest_solid = 0.68;
constexpr double least_distance = 3.2, least_gap = 0.15;
constexpr double least_liquid = 0.05, least_solid = 0.15;
constexpr std::size_t fewest = 200;

/// Values below the reference of voxels that resemble all their neighbours, ascending.
std::vector<float> even_dark_values(const LesionVoxels& voxels, const CalmedValues& values)
{
  std::vector<float> found;
  for (const auto n : even_dark_voxels(voxels, values, brightest)) found.push_back(values.calm[n]);
  std::ranges::sort(found);
  return found;
}

/// How many of the ascending values belong to the lower part.
std::size_t best_cut(const std::vector<float>& sorted)
{
  const double all = std::accumulate(sorted.begin(), sorted.end(), 0.0), count = static_cast<double>(sorted.size());
  double sum = 0.0, most = -1.0;
  std::size_t best = 1;
  for (std::size_t n = 1; n < sorted.size(); ++n)
  {
    sum += static_cast<double>(sorted[n - 1]);
    const auto lower = static_cast<double>(n);
    const double apart = sum / lower - (all - sum) / (count - lower);
    const double between = lower * (count - lower) * apart * apart;
    if (between > most) most = between, best = n;
  }
  return best;
}

struct Part
{
  double median = 0.0;
  double mean = 0.0;
  double variance = 0.0;
};

Part part_of(std::span<const float> sorted)
{
  Part part{.median = static_cast<double>(sorted[sorted.size() / 2])};
  for (const float v : sorted) part.mean += static_cast<double>(v);
  part.mean /= static_cast<double>(sorted.size());
  for (const float v : sorted) part.variance += (static_cast<double>(v) - part.mean) * (static_cast<double>(v) - part.mean);
  part.variance /= static_cast<double>(sorted.size());
  return part;
}
}  // namespace

std::optional<TwoDarkLevels> two_dark_levels(const LesionVoxels& voxels, const CalmedValues& post_contrast)
{
  const auto sorted = even_dark_values(voxels, post_contrast);
  if (sorted.size() < fewest) return std::nullopt;
  const std::size_t cut = best_cut(sorted);
  const double share = static_cast<double>(cut) / static_cast<double>(sorted.size());
  if (share < least_liquid || 1.0 - share < least_solid) return std::nullopt;
  const auto all = std::span<const float>(sorted);
  const Part liquid = part_of(all.first(cut)), solid = part_of(all.subspan(cut));
  const double spread = std::sqrt(0.5 * (liquid.variance + solid.variance));
  if (liquid.median > brightest_liquid || solid.median < darkest_solid || solid.median - liquid.median < least_gap) return std::nullopt;
  if (solid.mean - liquid.mean < least_distance * spread) return std::nullopt;
  return TwoDarkLevels{liquid.median, solid.median};
}
}  // namespace nadir::segmentation
