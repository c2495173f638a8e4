#include "measure/size/polygon_area.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
/// An edge that is not horizontal, the point with the smaller y first.
struct Rise
{
  PlanePoint low;
  PlanePoint high;

  double x_at(double y) const { return low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x); }
};

std::vector<Rise> rises_of(const std::vector<Polygon>& polygons)
{
  std::vector<Rise> rises;
  for (const auto& polygon : polygons)
    for (std::size_t n = 0; n < polygon.size(); ++n)
    {
      auto low = polygon[n], high = polygon[(n + 1) % polygon.size()];
      if (low.y > high.y) std::swap(low, high);
      if (low.y < high.y) rises.push_back({low, high});
    }
  std::sort(rises.begin(), rises.end(), [](const Rise& a, const Rise& b) { return a.low.y < b.low.y; });
  return rises;
}

void append_crossing(const Rise& a, const Rise& b, std::vector<double>& heights)
{
  const double from = std::max(a.low.y, b.low.y), to = std::min(a.high.y, b.high.y);
  if (from >= to) return;
  const double gap_below = a.x_at(from) - b.x_at(from), gap_above = a.x_at(to) - b.x_at(to);
  if (gap_below * gap_above < 0.0) heights.push_back(from + gap_below / (gap_below - gap_above) * (to - from));
}

/// Heights between which no two edges cross: those of all corners and crossings, ascending.
std::vector<double> slab_heights(const std::vector<Rise>& rises)
{
  std::vector<double> heights;
  for (std::size_t a = 0; a < rises.size(); ++a)
  {
    heights.push_back(rises[a].low.y);
    heights.push_back(rises[a].high.y);
    for (std::size_t b = a + 1; b < rises.size() && rises[b].low.y < rises[a].high.y; ++b) append_crossing(rises[a], rises[b], heights);
  }
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  return heights;
}

/// Width covered an odd number of times at a height within a slab: edges are straight there, so the middle gives the mean.
double covered_width(const std::vector<const Rise*>& rises, double y)
{
  std::vector<double> crossings;
  for (const auto* rise : rises) crossings.push_back(rise->x_at(y));
  std::sort(crossings.begin(), crossings.end());
  double width = 0.0;
  for (std::size_t n = 1; n < crossings.size(); n += 2) width += crossings[n] - crossings[n - 1];
  return width;
}
}  // namespace

double signed_area(const Polygon& polygon)
{
  double twice = 0.0;
  for (std::size_t n = 2; n < polygon.size(); ++n) twice += cross(polygon[n - 1] - polygon[0], polygon[n] - polygon[0]);
  return 0.5 * twice;
}

double even_odd_area(const std::vector<Polygon>& polygons)
{
  const auto rises = rises_of(polygons);
  const auto heights = slab_heights(rises);
  std::vector<const Rise*> active;
  auto next = rises.begin();
  double area = 0.0;
  for (std::size_t n = 1; n < heights.size(); ++n)
  {
    const double low = heights[n - 1], high = heights[n];
    std::erase_if(active, [low](const Rise* rise) { return rise->high.y <= low; });
    for (; next != rises.end() && next->low.y <= low; ++next) active.push_back(&*next);
    area += (high - low) * covered_width(active, 0.5 * (low + high));
  }
  return area;
}
}  // namespace nadir::measure
