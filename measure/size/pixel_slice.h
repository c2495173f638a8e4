#pragma once

#include <cstdint>
#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// One slice of a binary mask on a regular pixel grid. The CENTRE of pixel (column, row) lies at (column x column_step,
/// row x row_step) of the slice plane, mm.
struct PixelSlice
{
  int columns = 0;
  int rows = 0;
  double column_step = 1.0;          ///< mm between neighbouring columns
  double row_step = 1.0;             ///< mm between neighbouring rows
  std::vector<std::uint8_t> pixels;  ///< row by row, 0 or 1

  /// Whether the pixel is set; pixels outside the slice are not.
  bool contains(int column, int row) const
  {
    return column >= 0 && row >= 0 && column < columns && row < rows && pixels[index(column, row)] != 0;
  }
  std::size_t index(int column, int row) const
  {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  /// Place in the plane of a point in pixel units, (0, 0) being the centre of the first pixel.
  PlanePoint place(double column, double row) const { return {column * column_step, row * row_step}; }
};
}  // namespace nadir::measure
