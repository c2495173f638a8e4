#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// A place of the grid as fractions of columns, rows and planes; 0 is the middle of the first.
struct GridPlace
{
  double column = 0.0;
  double row = 0.0;
  double plane = 0.0;
};

GridPlace place_of(const LesionGrid& grid, PatientPoint point);

/// What one correction covers of the grid: a stroke, or all strokes of one group.
struct Scribble
{
  StrokeKind kind = StrokeKind::Foreground;
  std::vector<std::uint32_t> cells;  ///< under the brush, sorted; none when all of it lies beyond the grid
};

/// Scribbles of the strokes from number `first` on, in their order: at most 32, so that an answer takes seconds whatever a file holds. What
/// comes after them paints its own voxels only.
std::vector<Scribble> scribbles_of(const LesionGrid& grid, const std::vector<Stroke>& strokes, std::size_t first);
}  // namespace nadir::segmentation::lesion
