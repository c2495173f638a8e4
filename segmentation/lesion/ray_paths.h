#pragma once

#include <vector>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Where the straight ways to the cells begin.
enum class RaySource
{
  Center,       ///< the frame's centre
  PlaneCenter,  ///< the middle of the cell's own plane
  DrawnPlane,   ///< the same column and row of the drawn plane
};

/// Along the straight way from the source to each cell: the largest value met, and the mean.
struct AlongRays
{
  CellValues largest;
  CellValues mean;
};

/// One answer a field, each of the grid's size. Each cell takes over from the place one cell nearer to the source (interpolated), so that
/// the cost is that of one visit a cell.
std::vector<AlongRays> along_rays(const LesionGrid& grid, const std::vector<const CellValues*>& fields, RaySource source);
}  // namespace nadir::segmentation::lesion
