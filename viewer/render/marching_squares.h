#pragma once

#include <vector>

#include "viewer/render/mask_outline.h"

namespace nadir::viewer
{
/// A raster of sample places on a view, in pixels.
struct Raster
{
  ViewPoint origin;
  ViewPoint step_x;  ///< from column to column
  ViewPoint step_y;
  int columns = 0;
  int rows = 0;

  ViewPoint at(double column, double row) const
  {
    return {origin.x + column * step_x.x + row * step_y.x, origin.y + column * step_x.y + row * step_y.y};
  }
};

/// The lines along which `shares`, one value a place of the raster and row by row, cross one half. Where two corners touch, what is inside
/// is kept apart.
std::vector<OutlinePath> marching_squares(const Raster& raster, const std::vector<float>& shares);
}  // namespace nadir::viewer
