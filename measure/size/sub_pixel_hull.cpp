#include "measure/size/sub_pixel_hull.h"

#include "measure/size/edge_outline.h"
#include "measure/size/edge_support.h"
#include "measure/size/support_polygon.h"

namespace nadir::measure
{
namespace
{
/// Outward normal of a step along a counter-clockwise hull.
PlanePoint outward(PlanePoint from, PlanePoint to) { return unit({to.y - from.y, from.x - to.x}); }

/// The edge in a direction; on the 50 % outline, of which `corner` is the outermost point there, when the pixels do not tell.
SupportLine support_line(const EdgeSupport& support, PlanePoint direction, PlanePoint corner)
{
  return {direction, support.along(direction).value_or(dot(direction, corner))};
}

PlanePoint mean_of(const Polygon& points)
{
  PlanePoint sum;
  for (const auto& point : points) sum = sum + point;
  return (1.0 / static_cast<double>(points.size())) * sum;
}
}  // namespace

Polygon sub_pixel_hull(const PixelSlice& slice)
{
  const auto hull = edge_hull(slice);
  if (hull.empty()) return hull;
  const EdgeSupport support(slice);
  std::vector<SupportLine> lines;
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto& before = hull[(n + hull.size() - 1) % hull.size()];
    const auto& after = hull[(n + 1) % hull.size()];
    const auto normal = outward(hull[n], after);
    lines.push_back(support_line(support, unit(outward(before, hull[n]) + normal), hull[n]));
    lines.push_back(support_line(support, normal, hull[n]));
  }
  return polygon_within(lines, mean_of(hull));
}
}  // namespace nadir::measure
