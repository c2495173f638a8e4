#pragma once

#include <vector>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Values of the image's valid cells on one plane for which `belongs(column, row)` holds at their normalised place (half axes of the
/// frame); columns fastest.
template <class Belongs> std::vector<float> plane_values(const GridImage& image, int plane, Belongs belongs)
{
  std::vector<float> values;
  for (int row = 0; row < LesionGrid::rows; ++row)
    for (int column = 0; column < LesionGrid::columns; ++column)
      if (const auto n = LesionGrid::cell(column, row, plane);
          image.valid[n] != 0 && belongs(LesionGrid::place(column), LesionGrid::place(row)))
        values.push_back(image.values[n]);
  return values;
}
}  // namespace nadir::segmentation::lesion
