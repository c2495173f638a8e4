#include "segmentation/propagation/even_dates.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "segmentation/propagation/steepness.h"

namespace nadir::segmentation
{
namespace
{
/// Steeper of both dates, per mm; one a voxel.
std::vector<double> slopes_of(const EvenDates& dates)
{
  const auto& size = dates.now.geometry.size();
  std::vector<double> slopes;
  slopes.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) slopes.push_back(std::max(steepness(dates.now, {i, j, k}), steepness(dates.then, {i, j, k})));
  return slopes;
}

/// Standard deviation of what the absolute values of errors around 0 are.
double deviation_of(std::vector<double> absolute)
{
  if (absolute.empty()) return 0.0;
  const auto middle = absolute.begin() + static_cast<std::ptrdiff_t>(absolute.size() / 2);
  std::nth_element(absolute.begin(), middle, absolute.end());
  return 1.4826 * *middle;
}

struct Errors
{
  double noise;     ///< where the images are flat
  double position;  ///< mm
};

/// From the flattest and the steepest third of the surroundings.
Errors errors_of(const FollowUpBlock& block, const EvenDates& dates, const std::vector<double>& slopes, double deviation)
{
  constexpr double least_noise = 0.15, least_mm = 0.2, most_mm = 1.5;
  std::vector<std::pair<double, double>> seen;  // slope, difference
  for (std::size_t n = 0; n < slopes.size(); ++n)
    if (lies_beside(block, n)) seen.emplace_back(slopes[n], std::abs(static_cast<double>(dates.now.values[n] - dates.then.values[n])));
  std::sort(seen.begin(), seen.end());
  std::vector<double> flat, steep;
  const std::size_t third = seen.size() / 3;
  for (std::size_t n = 0; n < third; ++n) flat.push_back(seen[n].second);
  for (std::size_t n = seen.size() - third; n < seen.size(); ++n)
    if (seen[n].first > 0.0) steep.push_back(seen[n].second / seen[n].first);
  return {std::clamp(deviation_of(std::move(flat)), least_noise * deviation, deviation),
          std::clamp(deviation_of(std::move(steep)), least_mm, most_mm)};
}
}  // namespace

EvenDates even_dates(const FollowUpBlock& block, const ExpectedValues& expected)
{
  const auto& grid = block.follow_up.geometry;
  EvenDates dates{
      {grid, without_shading(block.follow_up, expected.fit)}, {grid, without_shading(expected.values, expected.fit)}, {grid, {}}};
  const auto slopes = slopes_of(dates);
  const auto errors = errors_of(block, dates, slopes, expected.deviation);
  dates.noise = errors.noise;
  dates.error.values.reserve(slopes.size());
  for (const double slope : slopes) dates.error.values.push_back(static_cast<float>(std::hypot(errors.noise, errors.position * slope)));
  return dates;
}
}  // namespace nadir::segmentation
