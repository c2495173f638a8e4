#pragma once

#include <array>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation
{
/// Area (mm2) of the outline within the cell between 2 x 2 x 2 voxel centres, for each of the 256 ways in which these lie inside.
/// Bit n of the way is the voxel at (n & 1, n >> 1 & 1, n >> 2). The outline runs through the middles of the edges (marching cubes at
/// one half); where a face is ambiguous, inside voxels are kept apart. Source: Lorensen WE, Cline HE, Comput Graph 1987;21:163-169.
std::array<double, 256> cell_areas(VoxelSpacing spacing);
}  // namespace nadir::segmentation
