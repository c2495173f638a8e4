#pragma once

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// Convex hull by Andrew's monotone chain (Inf Process Lett 1979;9:216-219), O(n log n).
///
/// Counter-clockwise in (x, y), starts at the lexicographically smallest point, has no repeated and no collinear points.
/// One point or a line of points gives 1 or 2 points; no points give none.
Polygon convex_hull(std::vector<PlanePoint> points);
}  // namespace nadir::measure
