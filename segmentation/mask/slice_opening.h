#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Voxels deeper in their slice (i, j) than this, mm; the border is where the nearest voxel outside begins, and what lies beyond the block
/// is outside. One byte a voxel of a block of `size` on the grid, i fastest.
std::vector<std::uint8_t> deep_in_slices(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid, const GridSize& size,
                                         double depth);

/// What of each slice a disc of this radius, mm, fits into; all of a slice into which none fits.
Mask opened_in_slices(const Mask& mask, double radius);
}  // namespace nadir::segmentation
