#include "measure/size/convex_hull.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
bool turns_left(PlanePoint a, PlanePoint b, PlanePoint c) { return cross(b - a, c - b) > 0.0; }

/// Appends one half of the hull, without its last point.
template <class Iterator> void append_chain(Iterator first, Iterator last, Polygon& hull)
{
  const auto start = hull.size();
  for (; first != last; ++first)
  {
    while (hull.size() >= start + 2 && !turns_left(hull[hull.size() - 2], hull.back(), *first)) hull.pop_back();
    hull.push_back(*first);
  }
  hull.pop_back();
}
}  // namespace

Polygon convex_hull(std::vector<PlanePoint> points)
{
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  Polygon hull;
  append_chain(points.begin(), points.end(), hull);
  append_chain(points.rbegin(), points.rend(), hull);
  return hull;
}
}  // namespace nadir::measure
