#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/file/voxel_format.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
using imaging::VoxelFormat;
using imaging::VoxelType;

/// Label values of stored voxels, one per voxel. Whole numbers only; floating values may be off by 1e-3.
/// `bytes` must hold whole voxels. Failure: NotALabelMap (fractions, negative, not finite, above 2^31 - 1).
Result<std::vector<std::int32_t>> labels_of(std::span<const std::byte> bytes, const VoxelFormat& format);
}  // namespace nadir::segmentation
