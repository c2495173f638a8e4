#include "measure/size/support_polygon.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "measure/size/convex_hull.h"

namespace nadir::measure
{
namespace
{
constexpr double same_direction = 1e-9;

/// Where the lines with the polar points a and b meet, seen from the centre.
PlanePoint meeting_point(PlanePoint a, PlanePoint b)
{
  const double determinant = cross(a, b);
  return {(b.y - a.y) / determinant, (a.x - b.x) / determinant};
}

/// Two poles in almost the same direction would meet anywhere on their line: only the farther one, the tighter line, is kept.
Polygon without_near_parallels(const Polygon& poles)
{
  Polygon kept;
  for (const auto& pole : poles)
  {
    const bool repeats = !kept.empty() && std::abs(cross(unit(kept.back()), unit(pole))) < same_direction;
    if (!repeats) kept.push_back(pole);
    else if (dot(pole, pole) > dot(kept.back(), kept.back())) kept.back() = pole;
  }
  if (kept.size() > 1 && std::abs(cross(unit(kept.back()), unit(kept.front()))) < same_direction) kept.pop_back();
  return kept;
}
}  // namespace

Polygon polygon_within(const std::vector<SupportLine>& lines, PlanePoint center)
{
  // Polar duality: lines that bound the polygon are the corners of the convex hull of their polar points.
  std::vector<PlanePoint> poles;
  for (const auto& [direction, distance] : lines)
  {
    const double from_center = distance - dot(direction, center);
    NADIR_EXPECTS(from_center > 0.0);
    poles.push_back((1.0 / from_center) * direction);
  }
  const auto bounding = without_near_parallels(convex_hull(std::move(poles)));
  std::vector<PlanePoint> corners;
  for (std::size_t n = 0; n < bounding.size(); ++n)
    corners.push_back(center + meeting_point(bounding[n], bounding[(n + 1) % bounding.size()]));
  return convex_hull(std::move(corners));
}
}  // namespace nadir::measure
