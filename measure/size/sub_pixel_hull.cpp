#include "measure/size/sub_pixel_hull.h"

#include "measure/size/convex_hull.h"
#include "measure/size/edge_outline.h"
#include "measure/size/edge_support.h"

namespace nadir::measure
{
namespace
{
/// Outward normal of a step along a counter-clockwise hull.
PlanePoint outward(PlanePoint from, PlanePoint to) { return unit({to.y - from.y, from.x - to.x}); }

PlanePoint moved_to_edge(PlanePoint point, PlanePoint direction, const EdgeSupport& support)
{
  const auto edge = support.along(direction);
  return edge ? point + (*edge - dot(point, direction)) * direction : point;
}
}  // namespace

Polygon sub_pixel_hull(const PixelSlice& slice)
{
  const auto hull = convex_hull(outermost_edge_points(slice));
  if (hull.empty()) return hull;
  const EdgeSupport support(slice);
  std::vector<PlanePoint> points;
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto& before = hull[(n + hull.size() - 1) % hull.size()];
    const auto& after = hull[(n + 1) % hull.size()];
    const auto normal = outward(hull[n], after);
    points.push_back(moved_to_edge(hull[n], unit(outward(before, hull[n]) + normal), support));
    points.push_back(moved_to_edge(0.5 * (hull[n] + after), normal, support));
  }
  return convex_hull(std::move(points));
}
}  // namespace nadir::measure
