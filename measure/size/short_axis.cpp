#include "measure/size/short_axis.h"

#include <algorithm>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
/// Polygon in the frame of an axis: x along the axis, y across it.
Polygon along_axis(const Polygon& hull, PlanePoint direction)
{
  Polygon turned;
  turned.reserve(hull.size());
  for (const auto& point : hull) turned.push_back({dot(point, direction), cross(direction, point)});
  return turned;
}

struct Chains
{
  Polygon lower;  ///< ascending x
  Polygon upper;  ///< ascending x
};

/// Splits a counter-clockwise convex polygon at its lexicographic extremes.
Chains split(const Polygon& hull)
{
  Polygon ring = hull;
  std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
  const auto turn = std::max_element(ring.begin(), ring.end());
  Chains chains{{ring.begin(), turn + 1}, {turn, ring.end()}};
  chains.upper.push_back(ring.front());
  std::reverse(chains.upper.begin(), chains.upper.end());
  return chains;
}

/// Height of a chain at x, which lies between its ends.
double height_at(const Polygon& chain, double x)
{
  const auto above = std::lower_bound(chain.begin(), chain.end(), x, [](PlanePoint p, double value) { return p.x < value; });
  if (above == chain.end()) return chain.back().y;
  if (above == chain.begin()) return above->y;
  const auto below = above - 1;
  return below->y + (above->y - below->y) * (x - below->x) / (above->x - below->x);
}
}  // namespace

Chord longest_perpendicular_chord(const Polygon& hull, const Chord& axis)
{
  NADIR_EXPECTS(!hull.empty());
  const auto direction = unit(axis.to - axis.from);
  if (hull.size() < 3 || direction == PlanePoint{}) return {hull.front(), hull.front()};
  const auto turned = along_axis(hull, direction);
  const auto chains = split(turned);
  const auto back = [&](double x, double y) { return x * direction + y * perpendicular(direction); };
  Chord longest{hull.front(), hull.front()};
  for (const auto& vertex : turned)
  {
    const auto chord = ordered_chord(back(vertex.x, height_at(chains.lower, vertex.x)), back(vertex.x, height_at(chains.upper, vertex.x)));
    if (is_longer(chord, longest)) longest = chord;
  }
  return longest;
}
}  // namespace nadir::measure
