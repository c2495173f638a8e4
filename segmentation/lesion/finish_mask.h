#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/lesion/native_block.h"

namespace nadir::segmentation::lesion
{
/// One byte a voxel of a block, 1 = inside.
using BlockBytes = std::vector<std::uint8_t>;

/// Voxels above the threshold.
BlockBytes above(const NativeBlock& probability, float threshold);

/// Keeps the parts (connected by faces) that hold one of the seeds (offsets into the block); without such a part, the largest.
void keep_parts_with(const GridSize& size, const std::vector<std::size_t>& seeds, BlockBytes& voxels);

/// Fills what is enclosed within its slice.
void fill_holes(const GridSize& size, BlockBytes& voxels);
}  // namespace nadir::segmentation::lesion
