#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation::detail
{
/// The part of a box that lies in a grid; size 0 when there is none.
VoxelBox clipped(const VoxelBox& box, const GridSize& grid);

/// A box with `i`, `j`, `k` voxels more on both sides of each axis.
VoxelBox widened(const VoxelBox& box, GridSize by);

/// Voxels of a block that may be changed: one byte each (0 or 1), i fastest. Indices are those of the grid.
struct VoxelBlock
{
  VoxelBox box;
  std::vector<std::uint8_t> voxels;

  std::span<std::uint8_t> row(int j, int k);
  std::span<const std::uint8_t> row(int j, int k) const;
};

/// What a mask holds in `box`, which must lie in its grid.
VoxelBlock block_of(const Mask& mask, const VoxelBox& box);

/// The mask of a block. What lies outside the block is not set.
Mask mask_of(const ImageGeometry& geometry, VoxelBlock block);
}  // namespace nadir::segmentation::detail
