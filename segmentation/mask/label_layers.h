#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "imaging/volume/file/voxel_format.h"
#include "segmentation/mask/write_mask.h"

namespace nadir::segmentation
{
/// Which label map each lesion of a file goes into, so that no two share a voxel of one.
struct LabelLayers
{
  std::vector<std::size_t> layer_of;  ///< one a mask
  std::size_t count = 1;
};

/// The first layer with room, in the order of the masks.
LabelLayers label_layers(std::span<const LabelledMask> masks);

/// Smallest number type that holds every label.
imaging::VoxelType label_type(std::span<const LabelledMask> masks);

/// The label maps voxel by voxel (all layers of a voxel together, i fastest), little-endian.
std::string label_bytes(std::span<const LabelledMask> masks, const LabelLayers& layers);
}  // namespace nadir::segmentation
