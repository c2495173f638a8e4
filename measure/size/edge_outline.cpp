#include "measure/size/edge_outline.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "measure/size/convex_hull.h"

namespace nadir::measure
{
namespace
{
/// A side of a pixel walked with the inside on the right (rows grow downwards): from corner (column, row), the upper left one of
/// that pixel, in the direction East, South, West or North.
struct Side
{
  int column = 0;
  int row = 0;
  std::size_t direction = 0;
};

struct Step
{
  int column = 0;
  int row = 0;
};
constexpr std::array<Step, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
/// Pixel on the right and on the left of a side, relative to its first corner.
constexpr std::array<Step, 4> right_pixel{{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}};
constexpr std::array<Step, 4> left_pixel{{{0, -1}, {0, 0}, {-1, 0}, {-1, -1}}};

class OutlineTracer
{
public:
  explicit OutlineTracer(const PixelSlice& slice) : slice_(slice), traced_(slice.pixels.size()) {}

  std::vector<Polygon> trace()
  {
    std::vector<Polygon> loops;
    for (int row = 0; row < slice_.rows; ++row)
      for (int column = 0; column < slice_.columns; ++column)
        if (starts_loop(column, row)) loops.push_back(loop_from({column, row, 0}));
    return loops;
  }

private:
  /// Every loop has an upper side, walked eastwards; each of those is traced once.
  bool starts_loop(int column, int row) const
  {
    return slice_.contains(column, row) && !slice_.contains(column, row - 1) && !traced_[slice_.index(column, row)];
  }

  Polygon loop_from(Side start)
  {
    Polygon loop;
    Side side = start;
    do {
      loop.push_back(middle(side));
      if (side.direction == 0) traced_[slice_.index(side.column, side.row)] = true;
      side = following(side);
    } while (side.column != start.column || side.row != start.row || side.direction != start.direction);
    return loop;
  }

  PlanePoint middle(Side side) const
  {
    const auto& step = steps[side.direction];
    return slice_.place(side.column - 0.5 + 0.5 * step.column, side.row - 0.5 + 0.5 * step.row);
  }

  Side following(Side side) const
  {
    const auto& step = steps[side.direction];
    const Side ahead{side.column + step.column, side.row + step.row, side.direction};
    if (is_set(ahead, left_pixel)) return {ahead.column, ahead.row, (side.direction + 3) % 4};
    if (is_set(ahead, right_pixel)) return ahead;
    return {ahead.column, ahead.row, (side.direction + 1) % 4};
  }

  bool is_set(Side side, const std::array<Step, 4>& beside) const
  {
    return slice_.contains(side.column + beside[side.direction].column, side.row + beside[side.direction].row);
  }

  const PixelSlice& slice_;
  std::vector<bool> traced_;
};

/// First and last set pixel of a row; first > last when it has none.
struct RowEnds
{
  int first = 1;
  int last = 0;
};

RowEnds ends_of(const PixelSlice& slice, int row)
{
  const auto* begin = slice.pixels.data() + slice.index(0, row);
  const auto* end = begin + slice.columns;
  const auto* first = static_cast<const std::uint8_t*>(std::memchr(begin, 1, static_cast<std::size_t>(slice.columns)));
  if (!first) return {};
  while (*(end - 1) == 0) --end;
  return {static_cast<int>(first - begin), static_cast<int>(end - begin) - 1};
}

/// The four edge points round the first and the last pixel of each row, in pixel units with rows first: their hull holds the edge
/// points of all pixels between, and they come almost sorted.
std::vector<PlanePoint> points_round_row_ends(const PixelSlice& slice)
{
  std::vector<PlanePoint> points;
  points.reserve(6 * static_cast<std::size_t>(slice.rows));
  for (int row = 0; row < slice.rows; ++row)
  {
    const auto [first, last] = ends_of(slice, row);
    if (first > last) continue;
    for (const double y : {row - 0.5, row + 0.5})
      points.insert(points.end(), {{y, static_cast<double>(first)}, {y, static_cast<double>(last)}});
    points.insert(points.end(), {{static_cast<double>(row), first - 0.5}, {static_cast<double>(row), last + 0.5}});
  }
  return points;
}
}  // namespace

std::vector<Polygon> edge_outline(const PixelSlice& slice) { return OutlineTracer(slice).trace(); }

Polygon edge_hull(const PixelSlice& slice)
{
  auto hull = convex_hull(points_round_row_ends(slice));
  for (auto& point : hull) point = slice.place(point.y, point.x);
  std::reverse(hull.begin(), hull.end());  // exchanging x and y turned it over
  if (!hull.empty()) std::rotate(hull.begin(), std::min_element(hull.begin(), hull.end()), hull.end());
  return hull;
}
}  // namespace nadir::measure
