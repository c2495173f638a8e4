#pragma once

#include <cstdint>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation::lesion
{
/// Values of a block of an image's voxels, i fastest.
struct NativeBlock
{
  VoxelBox box;
  std::vector<float> values;

  std::size_t offset(int i, int j, int k) const
  {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(box.size.j) + static_cast<std::size_t>(j)) *
               static_cast<std::size_t>(box.size.i) +
           static_cast<std::size_t>(i);
  }
};

/// Voxels of the image that a grid covers.
VoxelBox box_of(const LesionGrid& grid, const ImageGeometry& geometry);

/// Probability of each voxel of the block from log odds of the grid's cells, interpolated linearly; 0 outside the grid.
NativeBlock native_probability(const LesionGrid& grid, const CellValues& log_odds, const ImageGeometry& geometry, int threads);

/// The part of a block that holds every value above a threshold, with a margin of some voxels where the block has them; a single voxel
/// where there is no such value.
VoxelBox box_above(const NativeBlock& block, float threshold, int margin);

/// The values of a part of a block.
NativeBlock part_of(const NativeBlock& block, const VoxelBox& box);
}  // namespace nadir::segmentation::lesion
