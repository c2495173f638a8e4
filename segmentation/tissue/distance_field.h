#pragma once

#include <cstdint>
#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation
{
/// Distance in mm from each voxel centre to the nearest centre of a voxel that is not 0 (0 there); infinity when there is none.
/// `voxels`: one byte a voxel, i fastest. Exact: the roots of squared_distances().
std::vector<float> distance_field(const std::vector<std::uint8_t>& voxels, GridSize size, VoxelSpacing spacing);
}  // namespace nadir::segmentation
