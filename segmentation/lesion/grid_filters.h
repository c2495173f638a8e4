#pragma once

#include <array>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Normalised Gaussian mean over the valid cells; `sigma` in mm, the same in all directions. Invalid cells get the mean of valid
/// neighbours, or 0 where there are none within three sigma.
CellValues smoothed(const LesionGrid& grid, const GridImage& image, double sigma, int threads);

/// Differences per mm along columns, rows and planes (central, one-sided at the border).
std::array<CellValues, 3> gradient(const LesionGrid& grid, const CellValues& values, int threads);
}  // namespace nadir::segmentation::lesion
