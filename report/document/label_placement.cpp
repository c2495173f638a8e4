#include "report/document/label_placement.h"

#include <algorithm>
#include <array>
#include <limits>

namespace nadir::report
{
namespace
{
constexpr double outside_cost = 40.0, rect_cost = 20.0, point_cost = 1.0, wish_cost = 0.05;

double overlap(const DrawingRect& a, const DrawingRect& b)
{
  const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0.0 && height > 0.0 ? width * height : 0.0;
}

bool contains(const DrawingRect& rect, const DrawingPoint& point)
{
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;
}

double cost_of(const DrawingRect& rect, const Obstacles& obstacles, const DrawingRect& view)
{
  const double area = rect.width * rect.height;
  const double outside = 1.0 - overlap(rect, view) / area;
  double cost = outside > 1e-9 ? outside_cost * (0.5 + outside) : 0.0;
  for (const auto& other : obstacles.rects) cost += overlap(rect, other) > 0.0 ? rect_cost * (0.5 + overlap(rect, other) / area) : 0.0;
  const auto covered =
      std::count_if(obstacles.points.begin(), obstacles.points.end(), [&](const DrawingPoint& point) { return contains(rect, point); });
  return cost + point_cost * static_cast<double>(covered);
}

/// Places around the ends and the middle of the line, the most wanted first.
std::vector<DrawingRect> candidates(const LineLabel& label)
{
  constexpr std::array<DrawingPoint, 8> directions{{{1, 0}, {1, 1}, {1, -1}, {-1, 0}, {-1, 1}, {-1, -1}, {0, 1}, {0, -1}}};
  const DrawingPoint middle{0.5 * (label.from.x + label.to.x), 0.5 * (label.from.y + label.to.y)};
  std::vector<DrawingRect> places;
  for (const double gap : {0.35, 1.2, 2.4, 4.0})
  {
    for (const auto& anchor : {label.to, label.from, middle})
    {
      for (const auto& direction : directions)
      {
        const DrawingPoint center{anchor.x + direction.x * (0.5 * label.width + gap * label.height),
                                  anchor.y + direction.y * (0.5 + gap) * label.height};
        places.push_back({center.x - 0.5 * label.width, center.y - 0.5 * label.height, label.width, label.height});
      }
    }
  }
  return places;
}

DrawingRect best_place(const LineLabel& label, const Obstacles& obstacles, const DrawingRect& view)
{
  DrawingRect best;
  double least = std::numeric_limits<double>::infinity(), wish = 0.0;
  for (const auto& place : candidates(label))
  {
    const double cost = cost_of(place, obstacles, view) + wish;
    wish += wish_cost;
    if (cost >= least) continue;
    least = cost;
    best = place;
  }
  return best;
}
}  // namespace

std::vector<DrawingRect> place_labels(const std::vector<LineLabel>& labels, const Obstacles& obstacles, const DrawingRect& view)
{
  Obstacles taken = obstacles;
  std::vector<DrawingRect> places;
  for (const auto& label : labels)
  {
    places.push_back(best_place(label, taken, view));
    taken.rects.push_back(places.back());
  }
  return places;
}
}  // namespace nadir::report
