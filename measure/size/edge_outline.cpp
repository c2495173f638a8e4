#include "measure/size/edge_outline.h"

#include <array>

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
    do
    {
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

/// First and last half-pixel places of the rows, in pixel units.
void append_row_ends(const PixelSlice& slice, int row, std::vector<PlanePoint>& points)
{
  int first = 0;
  while (first < slice.columns && !slice.contains(first, row)) ++first;
  if (first == slice.columns) return;
  int last = slice.columns - 1;
  while (!slice.contains(last, row)) --last;
  points.push_back({first - 0.5, static_cast<double>(row)});
  points.push_back({last + 0.5, static_cast<double>(row)});
}

/// First and last row of each column; -1 where the column is empty.
struct ColumnEnds
{
  explicit ColumnEnds(const PixelSlice& slice) : top(static_cast<std::size_t>(slice.columns), -1), bottom(top)
  {
    for (int row = 0; row < slice.rows; ++row)
      for (std::size_t column = 0; column < top.size(); ++column)
      {
        if (!slice.contains(static_cast<int>(column), row)) continue;
        if (top[column] < 0) top[column] = row;
        bottom[column] = row;
      }
  }

  std::vector<int> top;
  std::vector<int> bottom;
};

void append_column_ends(const PixelSlice& slice, std::vector<PlanePoint>& points)
{
  const ColumnEnds ends(slice);
  for (std::size_t column = 0; column < ends.top.size(); ++column)
  {
    if (ends.top[column] < 0) continue;
    points.push_back({static_cast<double>(column), ends.top[column] - 0.5});
    points.push_back({static_cast<double>(column), ends.bottom[column] + 0.5});
  }
}
}  // namespace

std::vector<Polygon> edge_outline(const PixelSlice& slice) { return OutlineTracer(slice).trace(); }

Polygon edge_hull(const PixelSlice& slice)
{
  std::vector<PlanePoint> points;
  for (int row = 0; row < slice.rows; ++row) append_row_ends(slice, row, points);
  append_column_ends(slice, points);
  auto hull = convex_hull(std::move(points));
  for (auto& point : hull) point = slice.place(point.x, point.y);
  return hull;
}
}  // namespace nadir::measure
