#pragma once

#include <memory>
#include <span>
#include <vector>

#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_channels.h"

namespace nadir::segmentation
{
/// The part of an image around a block of the lesion's grid, read at that grid's voxels. Shares the image and copies nothing of it.
class ChannelReader
{
public:
  /// `block`: voxels of `lesion_grid` that will be asked for.
  ChannelReader(const TissueChannel& channel, const ImageGeometry& lesion_grid, const VoxelBox& block);

  /// Value at each voxel of the lesion's grid between the image's voxel centres; NaN outside the image or where it has no number.
  std::vector<float> at(std::span<const VoxelIndex> voxels) const;
  /// Whether there is a value at one of the voxels; looks no farther than the first.
  bool sees_any(std::span<const VoxelIndex> voxels) const;

private:
  /// Affine map from a voxel of the lesion's grid to the part's.
  struct IndexMap
  {
    ContinuousVoxelIndex origin, per_i, per_j, per_k;
    ContinuousVoxelIndex operator()(VoxelIndex voxel) const;
  };
  static IndexMap map_between(const ImageGeometry& from, const ImageGeometry& to, const imaging::RigidTransform& transform);

  std::shared_ptr<const imaging::Volume> image_;  // none: nothing of the image lies around the block
  VoxelBox box_{};
  IndexMap map_{};
};
}  // namespace nadir::segmentation
