#pragma once

#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Distances in mm at the voxels of a block, i fastest.
struct DistanceMap
{
  VoxelBox box;  ///< in the indices of the mask's grid; may reach beyond it
  std::vector<float> values;

  /// Distance at a voxel, which must lie in the box.
  float at(VoxelIndex index) const;
};

/// Distance from each voxel centre of `region` to the nearest voxel centre of the mask; 0 inside. Exact, whatever the spacing. The mask
/// must not be empty. Memory: four bytes a voxel of the smallest box around region and mask.
DistanceMap distance_map(const Mask& mask, const VoxelBox& region);

/// As distance_map outside; inside minus the distance to the nearest voxel centre that is not in the mask. The outline lies where the
/// sign changes, half a step from either side. What lies outside the grid counts as not in the mask.
DistanceMap signed_distance_map(const Mask& mask, const VoxelBox& region);

/// The smallest box around a block with `margin` voxels on every side; not clipped to any grid.
VoxelBox with_margin(const VoxelBox& box, int margin);

/// The smallest box around both; an empty one (size 0) counts for nothing.
VoxelBox around_both(const VoxelBox& a, const VoxelBox& b);
}  // namespace nadir::segmentation
