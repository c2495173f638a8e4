#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Voxel counts of the separate parts of a mask, largest first; empty for an empty mask.
///
/// Two voxels belong together when they touch by a face, an edge or a corner (26-connected), as usual for lesions.
std::vector<std::uint64_t> part_sizes(const Mask& mask);
}  // namespace nadir::segmentation
