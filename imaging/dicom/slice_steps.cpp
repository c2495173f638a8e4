#include "imaging/dicom/slice_steps.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::imaging
{
namespace
{
constexpr double relative_tolerance = 0.01;
constexpr double absolute_tolerance_mm = 0.01;
constexpr double grid_tolerance = 0.05;  ///< of a step: a slow drift of steps must not add up to a wrong place
constexpr double coordinate_rounding_mm = 0.05;
constexpr double multiple_tolerance = 0.05;  ///< of a step

double median_of(std::vector<double> values)
{
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

/// Straight line through values at 0, 1, 2 ...
struct Line
{
  double start = 0.0;
  double slope = 0.0;

  double at(std::size_t n) const { return start + slope * static_cast<double>(n); }
};

Line fit_line(const std::vector<double>& values)
{
  const auto count = static_cast<double>(values.size());
  const double middle = (count - 1.0) / 2.0;
  double sum = 0.0, moment = 0.0, spread = 0.0;
  for (std::size_t n = 0; n < values.size(); ++n)
  {
    const double x = static_cast<double>(n) - middle;
    sum += values[n];
    moment += x * values[n];
    spread += x * x;
  }
  const double slope = moment / spread;
  return {sum / count - slope * middle, slope};
}

double largest_residual(const std::vector<double>& values)
{
  const auto line = fit_line(values);
  double largest = 0.0;
  for (std::size_t n = 0; n < values.size(); ++n) largest = std::max(largest, std::abs(values[n] - line.at(n)));
  return largest;
}

void measure_drift(SliceSteps& steps, std::span<const PatientPoint> positions, PatientVector normal)
{
  std::vector<double> left, posterior, superior;
  for (const auto& position : positions)
  {
    const auto offset = position - positions.front();
    const auto sideways = offset - dot(offset, normal) * normal;
    steps.largest_drift = std::max(steps.largest_drift, norm(sideways));
    left.push_back(sideways.left);
    posterior.push_back(sideways.posterior);
    superior.push_back(sideways.superior);
  }
  const PatientVector slope{fit_line(left).slope, fit_line(posterior).slope, fit_line(superior).slope};
  steps.systematic_drift = norm(slope) * static_cast<double>(positions.size() - 1);
}

double whole_steps(const SliceSteps& steps, double step) { return std::round(step / steps.median); }

bool is_multiple(const SliceSteps& steps, double step)
{
  const double whole = whole_steps(steps, step);
  return whole >= 1.0 && std::abs(step / steps.median - whole) <= multiple_tolerance * whole;
}
}  // namespace

SliceSteps measure_steps(std::span<const PatientPoint> positions, PatientVector normal)
{
  NADIR_EXPECTS(positions.size() >= 2);
  std::vector<double> along;
  for (const auto& position : positions) along.push_back(dot(position - PatientPoint{}, normal));
  SliceSteps steps;
  for (std::size_t n = 1; n < along.size(); ++n) steps.steps.push_back(along[n] - along[n - 1]);
  steps.median = median_of(steps.steps);
  steps.mean = (along.back() - along.front()) / static_cast<double>(along.size() - 1);
  for (std::size_t n = 0; n < steps.steps.size(); ++n)
    if (const double deviation = std::abs(steps.steps[n] - steps.median); deviation > steps.largest_deviation)
    {
      steps.largest_deviation = deviation;
      steps.worst_step = n;
    }
  steps.largest_grid_residual = largest_residual(along);
  steps.rounding_allowance =
      coordinate_rounding_mm * (std::abs(normal.left) + std::abs(normal.posterior) + std::abs(normal.superior)) + 0.001;
  measure_drift(steps, positions, normal);
  return steps;
}

StepVerdict judge(const SliceSteps& steps)
{
  const double tolerance = std::max(relative_tolerance * steps.median, absolute_tolerance_mm);
  const bool on_grid = steps.largest_grid_residual <= grid_tolerance * steps.median;
  if (steps.largest_deviation <= tolerance && on_grid) return StepVerdict::Even;
  if (on_grid && steps.largest_grid_residual <= steps.rounding_allowance && steps.largest_deviation <= 2.0 * steps.rounding_allowance)
    return StepVerdict::Rounded;
  const bool multiples = std::ranges::all_of(steps.steps, [&](double step) { return is_multiple(steps, step); });
  return multiples && missing_slices(steps) > 0 ? StepVerdict::Missing : StepVerdict::Uneven;
}

int missing_slices(const SliceSteps& steps)
{
  double missing = 0.0;
  for (const double step : steps.steps) missing += std::max(0.0, whole_steps(steps, step) - 1.0);
  return static_cast<int>(std::min(missing, 1e6));
}
}  // namespace nadir::imaging
