#include "measure/assessment/line_distance.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
PatientPoint along(const LinePrompt& line, double part) { return line.from + part * (line.to - line.from); }

/// Part of the way along a line, from 0 to 1, that lies nearest to a point.
double nearest_part(const LinePrompt& line, PatientPoint point)
{
  const auto way = line.to - line.from;
  const double squared = dot(way, way);
  return squared > 0.0 ? std::clamp(dot(point - line.from, way) / squared, 0.0, 1.0) : 0.0;
}
}  // namespace

Millimeters distance_between(const LinePrompt& a, const LinePrompt& b)
{
  auto nearest = std::min({distance(along(b, nearest_part(b, a.from)), a.from), distance(along(b, nearest_part(b, a.to)), a.to),
                           distance(along(a, nearest_part(a, b.from)), b.from), distance(along(a, nearest_part(a, b.to)), b.to)});
  const auto u = a.to - a.from, v = b.to - b.from, apart = a.from - b.from;
  const double uu = dot(u, u), uv = dot(u, v), vv = dot(v, v), determinant = uu * vv - uv * uv;
  if (determinant <= 1e-12 * uu * vv) return nearest;
  const double s = (uv * dot(v, apart) - vv * dot(u, apart)) / determinant, t = (uu * dot(v, apart) - uv * dot(u, apart)) / determinant;
  const bool is_between_ends = s >= 0.0 && s <= 1.0 && t >= 0.0 && t <= 1.0;
  return is_between_ends ? distance(along(a, s), along(b, t)) : nearest;
}
}  // namespace nadir::measure
