#include "measure/response/recist_1_1/repeatability.h"

#include <algorithm>
#include <cmath>

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr std::size_t fewest_pairs = 20;

double slice_deviation(double length, double spacing, LinePlane plane)
{
  const double most = repeatability_data::reformatted_slice.value * spacing;
  if (plane == LinePlane::Reformatted || length <= 0.0) return most;
  return std::min(repeatability_data::acquired_slice.value * spacing * spacing / length, most);
}

/// Straight line y = intercept + slope x, neither below 0.
struct Line
{
  double intercept = 0.0, slope = 0.0;
};

Line fitted(const std::vector<std::pair<double, double>>& points)
{
  const auto count = static_cast<double>(points.size());
  double x = 0, y = 0, xx = 0, xy = 0;
  for (const auto& [px, py] : points) x += px, y += py, xx += px * px, xy += px * py;
  const double spread = xx - x * x / count;
  const bool of_one_size = spread <= 1e-9 * xx;  // what is left then is rounding, and no slope
  const double slope = of_one_size ? 0.0 : std::max(0.0, (xy - x * y / count) / spread);
  const double intercept = (y - slope * x) / count;
  return intercept >= 0.0 ? Line{intercept, slope} : Line{0.0, xy / xx};
}
}  // namespace

Millimeters Repeatability::deviation(Millimeters length, std::optional<Millimeters> spacing, LinePlane plane) const
{
  const double slice = spacing ? slice_deviation(length.value(), spacing->value(), plane) : 0.0;
  const double proportional = relative * length.value();
  return Millimeters{std::sqrt(absolute.value() * absolute.value() + proportional * proportional + slice * slice)};
}

Repeatability repeatability_of(const RepeatabilityRules& rules)
{
  Repeatability repeatability{rules.absolute.millimeters(), rules.relative_permille / 1000.0, Repeatability{}.source};
  if (rules != RepeatabilityRules{}) repeatability.source = "the protocol's own";
  return repeatability;
}

Result<Repeatability> repeatability_of(const std::vector<std::pair<Millimeters, Millimeters>>& repeated)
{
  if (repeated.size() < fewest_pairs)
    return Failure(ResponseError::TooFewReadings, std::to_string(repeated.size()) +
                                                      " repeated readings are too few for a repeatability of one's own (its error would be "
                                                      "large). Collect at least 20 pairs, or use the published default.");
  std::vector<std::pair<double, double>> points;
  for (const auto& [first, second] : repeated)
  {
    const double mean = (first.value() + second.value()) / 2, difference = first.value() - second.value();
    points.emplace_back(mean * mean, difference * difference / 2);
  }
  const auto line = fitted(points);
  return Repeatability{Millimeters{std::sqrt(line.intercept)}, std::sqrt(line.slope),
                       "own repeated readings, " + std::to_string(repeated.size()) + " pairs"};
}
}  // namespace nadir::measure::recist_1_1
