#include "segmentation/lesion/ellipsoid_prior.h"

namespace nadir::segmentation::lesion
{
CellValues ellipsoid_log_odds(const LesionGrid& grid)
{
  /// Log odds per unit of radius: at 20 % beyond the surface the odds are 1 : 3, as the shapes of the training set scatter.
  constexpr double slope = 6.0;
  CellValues values(grid.cells());
  for (int plane = 0; plane < grid.planes; ++plane)
    for (int row = 0; row < LesionGrid::rows; ++row)
      for (int column = 0; column < LesionGrid::columns; ++column)
        values[LesionGrid::cell(column, row, plane)] = static_cast<float>(slope * (1.0 - grid.radius(column, row, plane)));
  return values;
}
}  // namespace nadir::segmentation::lesion
