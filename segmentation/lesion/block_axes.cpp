#include "segmentation/lesion/block_axes.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
struct Place
{
  double x = 0.0;
  double y = 0.0;
};

double turn(Place o, Place a, Place b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

/// Outermost pixel centres of each row, which hold all corners of the hull; sorted by y.
std::vector<Place> row_ends(const GridSize& size, const VoxelSpacing& spacing, const std::uint8_t* slice)
{
  std::vector<Place> ends;
  for (int j = 0; j < size.j; ++j)
  {
    const auto* row = slice + static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i);
    const auto* first = std::find(row, row + size.i, std::uint8_t{1});
    if (first == row + size.i) continue;
    const auto* last = row + size.i - 1;
    while (*last == 0) --last;
    ends.push_back({static_cast<double>(first - row) * spacing.i, j * spacing.j});
    if (last != first) ends.push_back({static_cast<double>(last - row) * spacing.i, j * spacing.j});
  }
  return ends;
}

/// Monotone chain; the points come sorted by y, then x.
std::vector<Place> hull_of(const std::vector<Place>& points)
{
  std::vector<Place> hull;
  const auto extend = [&hull](Place p, std::size_t base)
  {
    while (hull.size() >= base + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0.0) hull.pop_back();
    hull.push_back(p);
  };
  for (const auto& p : points) extend(p, 0);
  const std::size_t base = hull.empty() ? 0 : hull.size() - 1;
  for (auto p = points.rbegin(); p != points.rend(); ++p) extend(*p, base);
  return hull;
}

/// The longest of a slice's diameters, between two corners of its hull.
struct Diameter
{
  double length = -1.0;
  Place direction{1.0, 0.0};
};

Diameter longest_of(const std::vector<Place>& hull)
{
  Diameter longest;
  for (const auto& a : hull)
    for (const auto& b : hull)
      if (const double length = std::hypot(b.x - a.x, b.y - a.y); length > longest.length)
      {
        longest.length = length;
        if (length > 0.0) longest.direction = {(b.x - a.x) / length, (b.y - a.y) / length};
      }
  return longest;
}

double along(Place p, Place direction) { return p.x * direction.x + p.y * direction.y; }
double across(Place p, Place direction) { return p.y * direction.x - p.x * direction.y; }

/// Width of the hull on the perpendicular at a place along the direction.
double width_at(const std::vector<Place>& hull, Place direction, double place)
{
  double low = 1e300, high = -1e300;
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto &a = hull[n], &b = hull[(n + 1) % hull.size()];
    const double from = along(a, direction), to = along(b, direction);
    if (place < std::min(from, to) || place > std::max(from, to)) continue;
    const double part = to != from ? (place - from) / (to - from) : 0.0;
    const double at = across(a, direction) + part * (across(b, direction) - across(a, direction));
    low = std::min(low, at);
    high = std::max(high, at);
  }
  return std::max(0.0, high - low);
}

/// The width is concave along the direction: it is largest at a corner.
double longest_across(const std::vector<Place>& hull, Place direction)
{
  double longest = 0.0;
  for (const auto& corner : hull) longest = std::max(longest, width_at(hull, direction, along(corner, direction)));
  return longest;
}
}  // namespace

BlockAxes axes_of(const GridSize& size, const VoxelSpacing& spacing, const BlockBytes& voxels)
{
  BlockAxes best;
  const double pixel = 0.5 * (spacing.i + spacing.j);
  const auto plane = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  for (int k = 0; k < size.k; ++k)
  {
    const auto hull = hull_of(row_ends(size, spacing, voxels.data() + static_cast<std::size_t>(k) * plane));
    if (hull.empty()) continue;
    const auto diameter = longest_of(hull);
    if (const double longest = diameter.length + pixel; longest > best.longest)
      best = {longest, longest_across(hull, diameter.direction) + pixel};
  }
  return best;
}
}  // namespace nadir::segmentation::lesion
