#include "segmentation/tissue/order_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nadir::segmentation
{
namespace
{
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::ptrdiff_t place_below(const std::vector<float>& values, double quantile)
{
  return static_cast<std::ptrdiff_t>(std::clamp(quantile, 0.0, 1.0) * static_cast<double>(values.size() - 1));
}

/// `sorted`: so many first values are in no order, but none of them is larger than any other.
double quantile_of_finite(std::vector<float>& values, double quantile, std::ptrdiff_t sorted = 0)
{
  const double place = std::clamp(quantile, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto low = place_below(values, quantile);
  std::nth_element(values.begin() + sorted, values.begin() + low, values.end());
  const auto below = static_cast<double>(values[static_cast<std::size_t>(low)]);
  const double part = place - static_cast<double>(low);
  if (part == 0.0) return below;
  return below + part * (static_cast<double>(*std::min_element(values.begin() + low + 1, values.end())) - below);
}

void drop_what_is_no_number(std::vector<float>& values)
{
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
}
}  // namespace

double quantile_of(std::vector<float> values, double quantile)
{
  drop_what_is_no_number(values);
  return values.empty() ? no_number : quantile_of_finite(values, quantile);
}

std::vector<double> quantiles_of(std::vector<float> values, std::initializer_list<double> quantiles)
{
  drop_what_is_no_number(values);
  std::vector<double> found;
  std::ptrdiff_t sorted = 0;
  for (const double quantile : quantiles)
  {
    found.push_back(values.empty() ? no_number : quantile_of_finite(values, quantile, sorted));
    sorted = values.empty() ? 0 : place_below(values, quantile);
  }
  return found;
}

MiddleAndSpread middle_and_spread(std::vector<float> values)
{
  drop_what_is_no_number(values);
  if (values.empty()) return {no_number, no_number};
  const double median = quantile_of_finite(values, 0.5);
  for (float& value : values) value = static_cast<float>(std::abs(static_cast<double>(value) - median));
  return {median, quantile_of_finite(values, 0.5)};
}
}  // namespace nadir::segmentation
