#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace nadir::imaging
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

/// Whether the bytes of a stored number have to be turned round on this machine.
enum class ByteOrder
{
  AsHere,
  Reversed,
};
ByteOrder byte_order_of(const VoxelFormat& format);

/// One stored number; `bytes` must hold it.
template <class T> T stored_value(const std::byte* bytes, ByteOrder order)
{
  std::array<std::byte, sizeof(T)> raw;
  std::memcpy(raw.data(), bytes, sizeof(T));
  if (order == ByteOrder::Reversed) std::reverse(raw.begin(), raw.end());
  return std::bit_cast<T>(raw);
}
}  // namespace nadir::imaging
