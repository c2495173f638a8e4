#pragma once

#include <limits>
#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation
{
/// Value of a voxel from which no distance is counted.
constexpr float no_source = std::numeric_limits<float>::infinity();

/// Turns a block of start values (0 = source, no_source = none; i fastest) into squared distances in mm2 to the nearest source, centre to
/// centre. Exact for any spacing; O(voxels). Without any source everything stays no_source.
/// Source: Felzenszwalb PF, Huttenlocher DP, Theory of Computing 2012;8:415-428.
void squared_distances(std::vector<float>& values, GridSize size, VoxelSpacing spacing);
}  // namespace nadir::segmentation
