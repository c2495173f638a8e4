#include "imaging/volume/file/voxel_format.h"

namespace nadir::imaging
{
std::size_t bytes_of(VoxelType type)
{
  switch (type)
  {
  case VoxelType::Int8:
  case VoxelType::UInt8: return 1;
  case VoxelType::Int16:
  case VoxelType::UInt16: return 2;
  case VoxelType::Int32:
  case VoxelType::UInt32:
  case VoxelType::Float32: return 4;
  case VoxelType::Int64:
  case VoxelType::UInt64:
  case VoxelType::Float64: return 8;
  }
  return 1;
}

ByteOrder byte_order_of(const VoxelFormat& format)
{
  const bool is_native = format.is_big_endian == (std::endian::native == std::endian::big);
  return is_native ? ByteOrder::AsHere : ByteOrder::Reversed;
}
}  // namespace nadir::imaging
