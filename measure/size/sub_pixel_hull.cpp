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

/// Lines along the edge in many directions: on the 50 % outline, of which a corner is the outermost point, where pixels do not tell.
class EdgeLines
{
public:
  explicit EdgeLines(const PixelSlice& slice) : support_(slice) {}

  void add(PlanePoint direction, PlanePoint corner)
  {
    const auto edge = support_.along(direction);
    if (edge) found_any_ = true;
    lines_.push_back({direction, edge.value_or(dot(direction, corner))});
  }
  bool found_any() const { return found_any_; }
  const std::vector<SupportLine>& lines() const { return lines_; }

private:
  EdgeSupport support_;
  std::vector<SupportLine> lines_;
  bool found_any_ = false;
};

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
  EdgeLines edges(slice);
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto& before = hull[(n + hull.size() - 1) % hull.size()];
    const auto& after = hull[(n + 1) % hull.size()];
    const auto normal = outward(hull[n], after);
    edges.add(unit(outward(before, hull[n]) + normal), hull[n]);
    edges.add(normal, hull[n]);
  }
  return edges.found_any() ? polygon_within(edges.lines(), mean_of(hull)) : hull;
}
}  // namespace nadir::measure
