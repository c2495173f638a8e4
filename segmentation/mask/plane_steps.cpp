#include "segmentation/mask/plane_steps.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr double relative_tolerance = 0.01;
constexpr double absolute_tolerance_mm = 0.01;
constexpr double drift_per_step = 1e-4;  ///< positions are rounded: many steps may add up
constexpr double most_steps = 1e6;

std::vector<double> gaps_of(const std::vector<double>& offsets)
{
  std::vector<double> gaps;
  for (std::size_t n = 1; n < offsets.size(); ++n) gaps.push_back(offsets[n] - offsets[n - 1]);
  return gaps;
}

double median(std::vector<double> values)
{
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

bool is_multiple(double gap, double step)
{
  const double count = std::round(gap / step);
  const double tolerance = std::max(absolute_tolerance_mm, relative_tolerance * step) + count * drift_per_step * step;
  return count >= 1.0 && count <= most_steps && std::abs(gap - count * step) <= std::min(tolerance, 0.25 * step);
}

/// Mean of the gaps that are one step long: less rounded than the smallest.
double mean_single_step(const std::vector<double>& gaps)
{
  const double smallest = *std::min_element(gaps.begin(), gaps.end());
  double sum = 0.0;
  double count = 0.0;
  for (const double gap : gaps)
    if (gap < 1.25 * smallest) sum += gap, count += 1.0;
  return sum / count;
}
}  // namespace

std::vector<double> distinct_offsets(std::vector<double> offsets, double tolerance_mm)
{
  std::sort(offsets.begin(), offsets.end());
  std::vector<double> distinct;
  for (const double offset : offsets)
    if (distinct.empty() || offset - distinct.back() > tolerance_mm) distinct.push_back(offset);
  return distinct;
}

PlaneSteps steps_with(const std::vector<double>& offsets, double declared)
{
  PlaneSteps steps;
  const auto gaps = gaps_of(offsets);
  steps.is_regular = declared > 0.0 && std::all_of(gaps.begin(), gaps.end(), [&](double gap) { return is_multiple(gap, declared); });
  if (!steps.is_regular) return steps;
  steps.places.push_back(0);
  for (const double gap : gaps) steps.places.push_back(steps.places.back() + static_cast<std::int64_t>(std::llround(gap / declared)));
  const auto last = static_cast<double>(steps.places.back());
  steps.step = last > 0.0 ? (offsets.back() - offsets.front()) / last : declared;
  return steps;
}

PlaneSteps steps_of(const std::vector<double>& offsets)
{
  if (offsets.size() < 2) return {0.0, true, std::vector<std::int64_t>(offsets.size(), 0)};
  const auto gaps = gaps_of(offsets);
  auto steps = steps_with(offsets, mean_single_step(gaps));
  if (!steps.is_regular) steps.step = median(gaps);
  return steps;
}
}  // namespace nadir::segmentation
