#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
enum class VoxelType
{
  Int8,
  UInt8,
  Int16,
  UInt16,
  Int32,
  UInt32,
  Int64,
  UInt64,
  Float32,
  Float64,
};
std::size_t bytes_of(VoxelType type);

/// How a stored voxel becomes a value: value = stored x slope + intercept.
struct VoxelFormat
{
  VoxelType type = VoxelType::UInt8;
  bool is_big_endian = false;
  double slope = 1.0;
  double intercept = 0.0;
};

/// Label values of stored voxels, one per voxel. Whole numbers only; floating values may be off by 1e-3.
/// `bytes` must hold whole voxels. Failure: NotALabelMap (fractions, negative, not finite, above 2^31 - 1).
Result<std::vector<std::int32_t>> labels_of(std::span<const std::byte> bytes, const VoxelFormat& format);
}  // namespace nadir::segmentation
