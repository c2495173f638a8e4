#include "report/document/polygon_inside.h"

namespace nadir::report
{
namespace
{
bool is_inside(const std::vector<DrawingPoint>& polygon, const DrawingPoint& point)
{
  bool inside = false;
  for (std::size_t k = 0, before = polygon.size() - 1; k < polygon.size(); before = k++)
  {
    const auto &a = polygon[k], &b = polygon[before];
    if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

}  // namespace

std::vector<DrawingPoint> points_inside(const std::vector<DrawingPoint>& polygon, const DrawingRect& view)
{
  constexpr int steps = 40;
  std::vector<DrawingPoint> points;
  for (int row = 0; row <= steps; ++row)
  {
    for (int column = 0; column <= steps; ++column)
    {
      const DrawingPoint point{view.x + view.width * column / steps, view.y + view.height * row / steps};
      if (is_inside(polygon, point)) points.push_back(point);
    }
  }
  return points;
}
}  // namespace nadir::report
