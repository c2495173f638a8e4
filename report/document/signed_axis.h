#pragma once

#include <string_view>
#include <vector>

#include "report/document/html.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
/// A vertical axis of percentages that has room on both sides of 0, with a grid.
class SignedAxis
{
public:
  /// Holds these values and 0 inside `area` (user units).
  SignedAxis(const std::vector<double>& values, const DrawingRect& area);

  double y(double value) const { return area_.y + (high_ - value) / (high_ - low_) * area_.height; }
  Html drawn(std::string_view title) const;

private:
  DrawingRect area_;
  double low_ = -100.0, high_ = 20.0, step_ = 20.0;
};
}  // namespace nadir::report
