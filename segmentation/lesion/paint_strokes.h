#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/lesion/native_block.h"

namespace nadir::segmentation::lesion
{
/// Voxels a stroke paints: those of the slices its points lie in whose centre is within the radius of the line through the points.
/// Every point paints at least the voxel it lies in. Offsets into a block; what lies outside the block is left out. Sorted.
std::vector<std::size_t> painted_voxels(const Stroke& stroke, const ImageGeometry& geometry, const VoxelBox& box);

/// Box of all voxels that strokes paint, clipped to the image.
VoxelBox box_of(const std::vector<Stroke>& strokes, const ImageGeometry& geometry);
}  // namespace nadir::segmentation::lesion
