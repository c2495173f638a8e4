#pragma once

#include <optional>
#include <span>
#include <vector>

#include "imaging/volume/float_image.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_channels.h"

namespace nadir::segmentation
{
/// The part of an image around a block of the lesion's grid, to be read at that grid's voxels. Keeps floats of that part only.
class ChannelReader
{
public:
  /// `block`: voxels of `lesion_grid` that will be asked for.
  ChannelReader(const TissueChannel& channel, const ImageGeometry& lesion_grid, const VoxelBox& block);

  /// Value at each voxel of the lesion's grid between the image's voxel centres; NaN outside the image or where it has no number.
  std::vector<float> at(std::span<const VoxelIndex> voxels) const;
  bool is_empty() const { return !part_; }
  const std::optional<imaging::FloatImage>& part() const { return part_; }

private:
  /// Affine map from a voxel of the lesion's grid to the part's.
  struct IndexMap
  {
    ContinuousVoxelIndex origin, per_i, per_j, per_k;
    ContinuousVoxelIndex operator()(VoxelIndex voxel) const;
  };
  static IndexMap map_between(const ImageGeometry& from, const ImageGeometry& to, const imaging::RigidTransform& transform);

  std::optional<imaging::FloatImage> part_;
  IndexMap map_{};
};
}  // namespace nadir::segmentation
