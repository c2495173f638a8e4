#include "measure/size/occupancy_map.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
constexpr double cells_across = 256.0;

PlaneBox box_round(const Polygon& polygon)
{
  PlaneBox box{polygon.front(), polygon.front()};
  for (const auto& point : polygon)
  {
    box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
    box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
  }
  return box;
}

/// Places where the border crosses the middles of the cell rows, row by row.
std::vector<std::vector<double>> crossings_of(const Polygon& polygon, double low, double cell, int rows)
{
  std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows));
  for (std::size_t n = 0; n < polygon.size(); ++n)
  {
    auto a = polygon[n], b = polygon[(n + 1) % polygon.size()];
    if (a.y > b.y) std::swap(a, b);
    const int first = std::max(0, static_cast<int>(std::floor((a.y - low) / cell - 0.5)));
    for (int row = first; row < rows; ++row)
    {
      const double y = low + (row + 0.5) * cell;
      if (y >= b.y) break;
      if (y >= a.y) crossings[static_cast<std::size_t>(row)].push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  for (auto& row : crossings) std::sort(row.begin(), row.end());
  return crossings;
}
}  // namespace

OccupancyMap::OccupancyMap(const Polygon& polygon)
{
  NADIR_EXPECTS(!polygon.empty());
  box_ = box_round(polygon);
  const double larger = std::max(box_.high.x - box_.low.x, box_.high.y - box_.low.y);
  cell_ = larger > 0.0 ? larger / cells_across : 1.0;
  columns_ = static_cast<int>((box_.high.x - box_.low.x) / cell_) + 1;
  rows_ = static_cast<int>((box_.high.y - box_.low.y) / cell_) + 1;
  std::vector<std::uint8_t> cells(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  fill_inside(polygon, cells);
  add_border(polygon, cells);
  sum_up(cells);
}

int OccupancyMap::cell_at(double place, double low) const { return static_cast<int>(std::floor((place - low) / cell_)); }

void OccupancyMap::fill_inside(const Polygon& polygon, std::vector<std::uint8_t>& cells) const
{
  const auto crossings = crossings_of(polygon, box_.low.y, cell_, rows_);
  for (int row = 0; row < rows_; ++row)
  {
    const auto& places = crossings[static_cast<std::size_t>(row)];
    for (std::size_t n = 1; n < places.size(); n += 2)
      for (int column = std::max(0, cell_at(places[n - 1], box_.low.x)); column <= std::min(columns_ - 1, cell_at(places[n], box_.low.x));
           ++column)
        cells[index(column, row)] = 1;
  }
}

/// Marks the cells within the box of each edge, and their neighbours where rounding might matter.
void OccupancyMap::add_border(const Polygon& polygon, std::vector<std::uint8_t>& cells) const
{
  const double margin = 1e-6 * cell_;
  for (std::size_t n = 0; n < polygon.size(); ++n)
  {
    const auto& a = polygon[n];
    const auto& b = polygon[(n + 1) % polygon.size()];
    const int last_row = std::min(rows_ - 1, cell_at(std::max(a.y, b.y) + margin, box_.low.y));
    const int last_column = std::min(columns_ - 1, cell_at(std::max(a.x, b.x) + margin, box_.low.x));
    for (int row = std::max(0, cell_at(std::min(a.y, b.y) - margin, box_.low.y)); row <= last_row; ++row)
      for (int column = std::max(0, cell_at(std::min(a.x, b.x) - margin, box_.low.x)); column <= last_column; ++column)
        cells[index(column, row)] = 1;
  }
}

void OccupancyMap::sum_up(const std::vector<std::uint8_t>& cells)
{
  sums_.assign(static_cast<std::size_t>(columns_ + 1) * static_cast<std::size_t>(rows_ + 1), 0);
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns_; ++column)
      sums_[static_cast<std::size_t>(row + 1) * static_cast<std::size_t>(columns_ + 1) + static_cast<std::size_t>(column + 1)] =
          cells[index(column, row)] + sum_at(column, row + 1) + sum_at(column + 1, row) - sum_at(column, row);
}

bool OccupancyMap::is_surely_outside(const PlaneBox& box) const
{
  const int left = std::max(0, cell_at(box.low.x, box_.low.x)), right = std::min(columns_ - 1, cell_at(box.high.x, box_.low.x)) + 1;
  const int bottom = std::max(0, cell_at(box.low.y, box_.low.y)), top = std::min(rows_ - 1, cell_at(box.high.y, box_.low.y)) + 1;
  if (left >= right || bottom >= top) return true;
  return sum_at(right, top) - sum_at(left, top) - sum_at(right, bottom) + sum_at(left, bottom) == 0;
}
}  // namespace nadir::measure
