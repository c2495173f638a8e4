#pragma once

#include <cstdint>
#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// Axis-aligned box in a slice plane, mm.
struct PlaneBox
{
  PlanePoint low;
  PlanePoint high;
};

/// A coarse map of one closed polygon (even-odd rule) that tells fast, for whole boxes, that they lie outside it. Conservative: cells
/// that the polygon's border may touch count as occupied.
class OccupancyMap
{
public:
  explicit OccupancyMap(const Polygon& polygon);

  /// True only when no point of the box lies inside the polygon or on its border.
  bool is_surely_outside(const PlaneBox& box) const;

private:
  int cell_at(double place, double low) const;
  void fill_inside(const Polygon& polygon, std::vector<std::uint8_t>& cells) const;
  void add_border(const Polygon& polygon, std::vector<std::uint8_t>& cells) const;
  void sum_up(const std::vector<std::uint8_t>& cells);
  std::size_t index(int column, int row) const
  {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  int sum_at(int column, int row) const
  {
    return sums_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_ + 1) + static_cast<std::size_t>(column)];
  }

  PlaneBox box_;
  double cell_ = 1.0;
  int columns_ = 1;
  int rows_ = 1;
  std::vector<int> sums_;  ///< occupied cells below and left of each cell corner
};
}  // namespace nadir::measure
