#include "viewer/render/marching_squares.h"

#include <array>
#include <utility>

namespace nadir::viewer
{
namespace
{
/// An edge of the raster that the border crosses: between a place and its right (even number) or lower neighbour (odd number).
using Edge = int;
constexpr Edge no_edge = -1;

/// The two edges that each crossed edge is joined with, from the cells on its two sides.
class Links
{
public:
  explicit Links(std::size_t edges) : next_(edges, {no_edge, no_edge}) {}

  void join(Edge a, Edge b)
  {
    add(a, b);
    add(b, a);
    if (crossed_.empty() || crossed_.back() != a) crossed_.push_back(a);
    crossed_.push_back(b);
  }

  const std::vector<Edge>& crossed() const { return crossed_; }
  bool is_end(Edge edge) const { return (next_[at(edge)][0] == no_edge) != (next_[at(edge)][1] == no_edge); }

  /// The next edge, whose link back and forth is used up; no_edge at the end.
  Edge leave(Edge edge)
  {
    auto& ways = next_[at(edge)];
    const Edge to = std::exchange(ways[0] != no_edge ? ways[0] : ways[1], no_edge);
    if (to == no_edge) return no_edge;
    auto& back = next_[at(to)];
    (back[0] == edge ? back[0] : back[1]) = no_edge;
    return to;
  }

private:
  static std::size_t at(Edge edge) { return static_cast<std::size_t>(edge); }
  void add(Edge from, Edge to) { (next_[at(from)][0] == no_edge ? next_[at(from)][0] : next_[at(from)][1]) = to; }

  std::vector<std::array<Edge, 2>> next_;
  std::vector<Edge> crossed_;
};

/// The cell's edges are numbered top 0, right 1, bottom 2, left 3; its corners from the upper left clockwise.
class Squares
{
public:
  Squares(const Raster& raster, const std::vector<float>& shares) : raster_(raster), shares_(shares), links_(2 * shares.size())
  {
    for (int row = 0; row + 1 < raster_.rows; ++row)
      for (int column = 0; column + 1 < raster_.columns; ++column) join_in_cell(column, row);
  }

  std::vector<OutlinePath> paths()
  {
    std::vector<OutlinePath> found;
    for (const Edge edge : links_.crossed())
      if (links_.is_end(edge)) add_path(edge, found);
    for (const Edge edge : links_.crossed()) add_path(edge, found);
    return found;
  }

private:
  int place(int column, int row) const { return row * raster_.columns + column; }
  float share(int place) const { return shares_[static_cast<std::size_t>(place)]; }
  bool is_inside(int place) const { return share(place) > 0.5F; }

  void join_in_cell(int column, int row)
  {
    const int upper = place(column, row), lower = place(column, row + 1);
    const int inside =
        (is_inside(upper) ? 1 : 0) | (is_inside(upper + 1) ? 2 : 0) | (is_inside(lower + 1) ? 4 : 0) | (is_inside(lower) ? 8 : 0);
    if (inside == 0 || inside == 15) return;
    // Pairs of edges that the border joins; -1 ends the list. Saddles keep the inside corners apart.
    static constexpr std::array<std::array<int, 4>, 16> joined{{{-1, -1, -1, -1},
                                                                {3, 0, -1, -1},
                                                                {0, 1, -1, -1},
                                                                {3, 1, -1, -1},
                                                                {1, 2, -1, -1},
                                                                {3, 0, 1, 2},
                                                                {0, 2, -1, -1},
                                                                {3, 2, -1, -1},
                                                                {2, 3, -1, -1},
                                                                {2, 0, -1, -1},
                                                                {0, 1, 2, 3},
                                                                {2, 1, -1, -1},
                                                                {1, 3, -1, -1},
                                                                {1, 0, -1, -1},
                                                                {0, 3, -1, -1},
                                                                {-1, -1, -1, -1}}};
    const std::array<Edge, 4> edges{2 * upper, 2 * (upper + 1) + 1, 2 * lower, 2 * upper + 1};
    const auto& pairs = joined[static_cast<std::size_t>(inside)];
    for (std::size_t n = 0; n < 4 && pairs[n] >= 0; n += 2)
      links_.join(edges[static_cast<std::size_t>(pairs[n])], edges[static_cast<std::size_t>(pairs[n + 1])]);
  }

  void add_path(Edge start, std::vector<OutlinePath>& found)
  {
    OutlinePath path{{crossing(start)}, false};
    Edge edge = links_.leave(start);
    for (; edge != no_edge && edge != start; edge = links_.leave(edge)) path.points.push_back(crossing(edge));
    path.is_closed = edge == start;
    if (path.points.size() > 1) found.push_back(std::move(path));
  }

  /// Where the border crosses an edge, by linear interpolation.
  ViewPoint crossing(Edge edge) const
  {
    const int from = edge / 2, to = edge % 2 == 0 ? from + 1 : from + raster_.columns;
    const double part = (0.5 - share(from)) / (static_cast<double>(share(to)) - share(from));
    const int column = from % raster_.columns, row = from / raster_.columns;
    return edge % 2 == 0 ? raster_.at(column + part, row) : raster_.at(column, row + part);
  }

  const Raster& raster_;
  const std::vector<float>& shares_;
  Links links_;
};
}  // namespace

std::vector<OutlinePath> marching_squares(const Raster& raster, const std::vector<float>& shares)
{
  if (raster.columns < 2 || raster.rows < 2) return {};
  return Squares(raster, shares).paths();
}
}  // namespace nadir::viewer
