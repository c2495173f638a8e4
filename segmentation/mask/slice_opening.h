#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// How far each voxel is, in its slice (i, j), from the nearest voxel outside, mm; 0 outside. What lies beyond the block is outside. One
/// value a voxel of a block of `size` on the grid, i fastest.
std::vector<float> depths_in_slices(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid, const GridSize& size);

/// How far each voxel is, in its slice (i, j), from the nearest voxel of a set of bytes that are not 0, mm; infinite in a slice without.
std::vector<float> distances_in_slices(const std::vector<std::uint8_t>& set, const ImageGeometry& grid, const GridSize& size);

/// Voxels deeper in their slice (i, j) than this, mm: those of depths_in_slices() above it.
std::vector<std::uint8_t> deep_in_slices(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid, const GridSize& size,
                                         double depth);

/// What of each slice a disc of this radius, mm, fits into; all of a slice into which none fits.
Mask opened_in_slices(const Mask& mask, double radius);
}  // namespace nadir::segmentation
