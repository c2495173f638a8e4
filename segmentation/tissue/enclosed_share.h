#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
/// How far each voxel of the lesion lies within bright tissue: the share, 0 to 1, of the 26 directions to a voxel's neighbours in which a
/// bright voxel is met before the lesion ends. About 1 in the cavity of a closed ring, 0.5 beside a wall. `bright`: one a voxel of the
/// lesion.
std::vector<float> enclosed_shares(const LesionVoxels& voxels, const std::vector<std::uint8_t>& bright);
}  // namespace nadir::segmentation
