#pragma once

#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// Signed area of one polygon by the shoelace formula, mm^2; positive when it runs from x towards y.
double signed_area(const Polygon& polygon);

/// Area covered an odd number of times by closed polygons, mm^2: contours combined by exclusive or, as RTSTRUCT practice has it, so
/// that a contour within another is a hole. Exact also where contours overlap, touch or cross themselves.
double even_odd_area(const std::vector<Polygon>& polygons);
}  // namespace nadir::measure
