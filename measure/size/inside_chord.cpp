#include "measure/size/inside_chord.h"

#include <algorithm>
#include <tuple>

#include "measure/size/convex_hull.h"
#include "measure/size/polygon_interior.h"
#include "measure/size/rotating_calipers.h"

namespace nadir::measure
{
namespace
{
constexpr double tie_mm = 1e-9;
constexpr double step_down = 0.95;   // lines are gathered in ranges of length, so that few need sorting

struct Candidate
{
  double length = 0.0;
  Chord chord;
};

std::vector<Candidate> lines_between(const Polygon& points, double above, double at_most)
{
  std::vector<Candidate> lines;
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = a + 1; b < points.size(); ++b)
    {
      const double squared = squared_distance(points[a], points[b]);
      if (squared <= above * above || squared > at_most * at_most) continue;
      const auto chord = ordered_chord(points[a], points[b]);
      lines.push_back({chord.length(), chord});
    }
  std::sort(lines.begin(), lines.end(), [](const Candidate& a, const Candidate& b)
            { return std::tie(b.length, a.chord.from, a.chord.to) < std::tie(a.length, b.chord.from, b.chord.to); });
  return lines;
}

std::optional<Chord> first_inside(const std::vector<Candidate>& lines, const PolygonInterior& interior)
{
  std::optional<Chord> longest;
  for (const auto& [length, chord] : lines)
  {
    if (longest && length < longest->length() - tie_mm) break;
    if (longest && !is_longer(chord, *longest)) continue;
    if (interior.contains_line(chord.from, chord.to)) longest = chord;
  }
  return longest;
}
}  // namespace

std::optional<Chord> longest_inside_chord(const Polygon& outline, double longer_than)
{
  if (outline.size() < 2) return std::nullopt;
  const PolygonInterior interior(outline);
  double at_most = longest_chord(convex_hull(outline)).length() + tie_mm;
  const double shortest = std::max(longer_than, 1e-3 * at_most);
  while (at_most > shortest)
  {
    const double above = std::max(shortest, step_down * at_most);
    if (const auto found = first_inside(lines_between(outline, above, at_most), interior)) return found;
    at_most = above;
  }
  return std::nullopt;
}
}  // namespace nadir::measure
