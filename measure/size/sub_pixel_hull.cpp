#include "measure/size/sub_pixel_hull.h"

#include <algorithm>
#include <cmath>

#include "measure/size/edge_outline.h"
#include "measure/size/edge_support.h"
#include "measure/size/support_polygon.h"

namespace nadir::measure
{
namespace
{
constexpr double widest_step = 0.03;  // radians: corners of the result stand out by 1/9000 of the radius at most

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

/// Edges in the directions that a corner of the hull faces, from after the side before it to the side after it.
void add_turn(PlanePoint corner, PlanePoint from, PlanePoint to, EdgeLines& edges)
{
  const double angle = std::atan2(cross(from, to), dot(from, to));
  const int steps = std::max(2, static_cast<int>(std::ceil(angle / widest_step)));
  for (int n = 1; n <= steps; ++n)
  {
    const double turned = angle * n / steps;
    edges.add(std::cos(turned) * from + std::sin(turned) * perpendicular(from), corner);
  }
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
  EdgeLines edges(slice);
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto& before = hull[(n + hull.size() - 1) % hull.size()];
    const auto& after = hull[(n + 1) % hull.size()];
    add_turn(hull[n], outward(before, hull[n]), outward(hull[n], after), edges);
  }
  return edges.found_any() ? polygon_within(edges.lines(), mean_of(hull)) : hull;
}
}  // namespace nadir::measure
