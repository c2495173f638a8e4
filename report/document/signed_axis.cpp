#include "report/document/signed_axis.h"

#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"

namespace nadir::report
{
namespace
{
constexpr double least_low = -40.0, least_high = 40.0, most = 500.0;  // a bar beyond it is cut and keeps its number

double step_for(double range)
{
  for (const double step : {10.0, 20.0, 50.0})
    if (range / step <= 10.0) return step;
  return 100.0;
}

std::string signed_text(double value)
{
  const std::string digits = format_fixed(std::abs(value), 0);
  return value > 0.0 ? "+" + digits : value < 0.0 ? "\u2212" + digits : digits;
}
}  // namespace

SignedAxis::SignedAxis(const std::vector<double>& values, const DrawingRect& area) : area_(area)
{
  double low = least_low, high = least_high;
  for (const double value : values) low = std::min(low, value), high = std::max(high, std::min(value, most));
  step_ = step_for(high - low);
  low_ = step_ * std::floor(low / step_);
  high_ = step_ * std::ceil(high / step_);
}

Html SignedAxis::drawn(std::string_view title) const
{
  Html axis;
  for (double value = low_; value < high_ + 0.5 * step_; value += step_)
  {
    axis += svg_line(std::abs(value) < 0.5 ? "axis" : "grid", {area_.x, y(value)}, {area_.x + area_.width, y(value)});
    axis += svg_text("tick", {area_.x - 5.0, y(value) + 4.0}, TextAnchor::End, signed_text(value));
  }
  return axis + svg_text("axis-title", {0.0, 12.0}, TextAnchor::Start, title);
}
}  // namespace nadir::report
