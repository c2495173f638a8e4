#include "measure/size/inside_chord.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

#include "measure/size/occupancy_map.h"
#include "measure/size/polygon_interior.h"

namespace nadir::measure
{
namespace
{
constexpr double tie_mm = 1e-9;
constexpr std::size_t most_effort = 20'000'000;  // edges looked at; some tenths of a second
constexpr std::size_t few_points = 200;          // these never exceed the effort by much

/// Consecutive points [first, end) of the outline.
struct Stretch
{
  std::size_t first = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - first; }
};

struct StretchPair
{
  Stretch a;
  Stretch b;
  double at_most = 0.0;  ///< no line between them is longer

  bool operator<(const StretchPair& other) const { return at_most < other.at_most; }
};

/// Bounding boxes of the stretches that halving the outline gives, as a binary tree over its points.
class StretchBoxes
{
public:
  explicit StretchBoxes(const Polygon& points) : points_(points), boxes_(4 * points.size()) { fill(1, {0, points.size()}); }

  PlaneBox box_of(Stretch stretch) const
  {
    std::size_t node = 1;
    Stretch here{0, points_.size()};
    while (here.first != stretch.first || here.end != stretch.end)
    {
      const auto [left, right] = halves(here);
      const bool goes_right = stretch.first >= right.first;
      here = goes_right ? right : left;
      node = 2 * node + (goes_right ? 1 : 0);
    }
    return boxes_[node];
  }

  static std::array<Stretch, 2> halves(Stretch stretch)
  {
    const auto middle = stretch.first + stretch.size() / 2;
    return {{{stretch.first, middle}, {middle, stretch.end}}};
  }

private:
  PlaneBox fill(std::size_t node, Stretch stretch)
  {
    if (stretch.size() == 1) return boxes_[node] = {points_[stretch.first], points_[stretch.first]};
    const auto [left, right] = halves(stretch);
    const auto a = fill(2 * node, left), b = fill(2 * node + 1, right);
    return boxes_[node] = {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
                           {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
  }

  const Polygon& points_;
  std::vector<PlaneBox> boxes_;
};

double longest_between(const PlaneBox& a, const PlaneBox& b)
{
  return std::hypot(std::max(a.high.x - b.low.x, b.high.x - a.low.x), std::max(a.high.y - b.low.y, b.high.y - a.low.y));
}

/// Where the lines between two boxes are at share t of their way.
PlaneBox on_the_way(const PlaneBox& a, const PlaneBox& b, double t)
{
  return {(1.0 - t) * a.low + t * b.low, (1.0 - t) * a.high + t * b.high};
}

class InsideSearch
{
public:
  InsideSearch(const Polygon& outline, const Polygon& points, double longer_than)
      : interior_(outline), map_(outline), points_(points), boxes_(points), edges_(outline.size()), longer_than_(longer_than)
  {
    consider({{0, points.size()}, {0, points.size()}});
  }

  /// Nothing when the effort was too much.
  std::optional<InsideChord> run()
  {
    while (!open_.empty() && open_.top().at_most > needed())
    {
      const auto pair = open_.top();
      open_.pop();
      effort_ += 10;
      if (effort_ > most_effort && points_.size() > few_points) return std::nullopt;
      if (pair.a.size() == 1 && pair.b.size() == 1) try_line(points_[pair.a.first], points_[pair.b.first]);
      else split(pair);
    }
    return InsideChord{longest_, true};
  }

private:
  double needed() const { return longest_ ? longest_->length() - tie_mm : longer_than_; }

  void consider(StretchPair pair)
  {
    const auto a = boxes_.box_of(pair.a), b = boxes_.box_of(pair.b);
    pair.at_most = longest_between(a, b);
    if (pair.at_most > needed() && !is_hidden(a, b)) open_.push(pair);
  }

  /// Some part of the way lies outside, whichever points of the two boxes are joined.
  bool is_hidden(const PlaneBox& a, const PlaneBox& b) const
  {
    constexpr std::array<double, 15> places{0.5,    0.25,   0.75,   0.125,  0.375,  0.625,  0.875, 0.0625,
                                            0.1875, 0.3125, 0.4375, 0.5625, 0.6875, 0.8125, 0.9375};
    return std::any_of(places.begin(), places.end(), [&](double t) { return map_.is_surely_outside(on_the_way(a, b, t)); });
  }

  void split(const StretchPair& pair)
  {
    const bool is_same = pair.a.first == pair.b.first && pair.a.end == pair.b.end;
    if (is_same)
    {
      const auto [left, right] = StretchBoxes::halves(pair.a);
      consider({left, right});
      if (left.size() > 1) consider({left, left});
      if (right.size() > 1) consider({right, right});
      return;
    }
    const bool splits_a = pair.a.size() >= pair.b.size();
    for (const auto& half : StretchBoxes::halves(splits_a ? pair.a : pair.b))
      consider(splits_a ? StretchPair{half, pair.b} : StretchPair{pair.a, half});
  }

  void try_line(PlanePoint a, PlanePoint b)
  {
    const auto chord = ordered_chord(a, b);
    if (longest_ && !is_longer(chord, *longest_)) return;
    effort_ += edges_;
    if (interior_.contains_line(a, b)) longest_ = chord;
  }

  PolygonInterior interior_;
  OccupancyMap map_;
  const Polygon& points_;
  StretchBoxes boxes_;
  std::size_t edges_;
  double longer_than_;
  std::priority_queue<StretchPair> open_;
  std::optional<Chord> longest_;
  std::size_t effort_ = 0;
};

/// Diagonal of the box round the outline: no line inside is longer.
double largest_extent(const Polygon& outline)
{
  const auto by_x = std::minmax_element(outline.begin(), outline.end(), [](PlanePoint a, PlanePoint b) { return a.x < b.x; });
  const auto by_y = std::minmax_element(outline.begin(), outline.end(), [](PlanePoint a, PlanePoint b) { return a.y < b.y; });
  return std::hypot(by_x.second->x - by_x.first->x, by_y.second->y - by_y.first->y);
}

Polygon every_nth(const Polygon& points, std::size_t step)
{
  Polygon chosen;
  for (std::size_t n = 0; n < points.size(); n += step) chosen.push_back(points[n]);
  return chosen;
}
}  // namespace

InsideChord longest_inside_chord(const Polygon& outline, double longer_than)
{
  if (outline.size() < 2 || largest_extent(outline) <= longer_than) return {};
  for (std::size_t step = 1;; step *= 4)
  {
    const auto points = every_nth(outline, step);
    auto found = InsideSearch(outline, points, longer_than).run();
    if (!found) continue;
    found->is_exact = step == 1;
    return *found;
  }
}
}  // namespace nadir::measure
