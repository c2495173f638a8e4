#include "measure/size/piece_check.h"

#include <algorithm>
#include <limits>

#include "measure/size/convex_hull.h"
#include "measure/size/rotating_calipers.h"

namespace nadir::measure
{
namespace
{
double squared_distance_to(const Polygon& piece, PlanePoint point)
{
  double nearest = std::numeric_limits<double>::max();
  for (const auto& corner : piece) nearest = std::min(nearest, squared_distance(corner, point));
  return nearest;
}

const Polygon* piece_at(PlanePoint point, const std::vector<Polygon>& pieces)
{
  const auto nearer = [point](const Polygon& a, const Polygon& b) { return squared_distance_to(a, point) < squared_distance_to(b, point); };
  return &*std::min_element(pieces.begin(), pieces.end(), nearer);
}
}  // namespace

std::optional<double> longest_in_one_piece(const Chord& chord, const std::vector<Polygon>& pieces)
{
  if (pieces.size() < 2 || piece_at(chord.from, pieces) == piece_at(chord.to, pieces)) return std::nullopt;
  double longest = 0.0;
  for (const auto& piece : pieces)
    if (!piece.empty()) longest = std::max(longest, longest_chord(convex_hull(piece)).length());
  return longest;
}
}  // namespace nadir::measure
