#pragma once

#include <vector>

#include "report/document/svg_shape.h"

namespace nadir::report
{
/// Points of a grid over `view` that lie inside a closed polygon (even-odd rule).
std::vector<DrawingPoint> points_inside(const std::vector<DrawingPoint>& polygon, const DrawingRect& view);
}  // namespace nadir::report
