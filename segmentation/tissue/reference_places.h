#pragma once

#include <array>
#include <optional>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "segmentation/tissue/channel_values.h"
#include "segmentation/tissue/tissue_config.h"

namespace nadir::segmentation
{
/// A regular coarse net of places around a lesion and what each image shows there. Places may lie beyond the lesion's own grid.
struct ReferencePlaces
{
  ImageGeometry grid;              ///< of the lesion, extended to hold `block`
  VoxelIndex step{1, 1, 1};        ///< voxels of that grid from one place to the next
  GridSize net;                    ///< places along each axis
  std::vector<VoxelIndex> voxels;  ///< in the lesion's grid
  std::vector<float> distance;     ///< mm from the lesion; 0 inside

  /// Per image: mean of the place and four around it, and their standard deviation; NaN where not covered. Empty when the image is absent.
  std::array<std::vector<float>, channel_kind_count> mean;
  std::array<std::vector<float>, channel_kind_count> spread;
  std::array<std::vector<float>, channel_kind_count> single;

  bool has(ChannelKind kind) const { return !mean[index_of(kind)].empty(); }
  PatientPoint point(std::size_t place) const { return grid.voxel_to_patient(voxels[place]); }
};

/// The block of the lesion's grid (extended beyond it where need be) within `margin` mm of the lesion.
VoxelBox block_around(const Mask& lesion, double margin);

using ChannelReaders = std::array<std::optional<ChannelReader>, channel_kind_count>;
/// Readers of all images for the voxels of a block.
ChannelReaders readers_of(const TissueChannels& channels, const ImageGeometry& lesion_grid, const VoxelBox& block);

ReferencePlaces reference_places(const Mask& lesion, const ChannelReaders& readers, const ReferenceConfig& config);
}  // namespace nadir::segmentation
