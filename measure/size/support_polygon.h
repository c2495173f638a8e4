#pragma once

#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// The half-plane of all points whose distance along `direction` from the plane's origin is at most `distance`, mm.
struct SupportLine
{
  PlanePoint direction;  ///< unit vector, outwards
  double distance = 0.0;
};

/// The convex polygon that half-planes have in common, as convex_hull() returns it. `center` lies inside all of them, off their
/// lines; the directions leave no gap of half a turn. Of lines whose directions differ by less than 1e-9 the tightest counts.
Polygon polygon_within(const std::vector<SupportLine>& lines, PlanePoint center);
}  // namespace nadir::measure
