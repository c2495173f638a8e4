#include "imaging/volume/file/stored_voxels.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "imaging/volume/file/checked_size.h"

namespace nadir::imaging
{
namespace
{
constexpr std::size_t piece_voxels = std::size_t{1} << 18;

/// Slice k changes place with slice n - 1 - k.
template <class T> void reverse_slices(std::vector<T>& voxels, const GridSize& size)
{
  const auto slice = static_cast<std::ptrdiff_t>(size.i) * size.j;
  for (int k = 0; k < size.k / 2; ++k)
    std::swap_ranges(voxels.begin() + k * slice, voxels.begin() + (k + 1) * slice, voxels.begin() + (size.k - 1 - k) * slice);
}

template <class Stored, class Kept> Result<StoredVoxels> read_as(FileBytes& source, const PlacedGrid& grid, ByteOrder order)
{
  const std::size_t wanted = grid.geometry.size().voxels();
  std::vector<Kept> voxels;
  if (!source.is_gzip()) voxels.reserve(wanted);
  std::vector<std::byte> piece;
  while (voxels.size() < wanted)
  {
    const auto count = std::min(piece_voxels, wanted - voxels.size());
    piece.resize(count * sizeof(Stored));
    if (auto read = source.read_all(piece); !read) return read.failure();
    for (std::size_t n = 0; n < count; ++n)
      voxels.push_back(static_cast<Kept>(stored_value<Stored>(piece.data() + n * sizeof(Stored), order)));
  }
  if (grid.order == SliceOrder::Reversed) reverse_slices(voxels, grid.geometry.size());
  return StoredVoxels{std::move(voxels)};
}
}  // namespace

Result<StoredVoxels> read_stored_voxels(FileBytes& source, const PlacedGrid& grid, const VoxelFormat& format)
{
  if (grid.geometry.size().voxels() * bytes_of(format.type) > source.at_most()) return too_few_voxels();
  const auto order = byte_order_of(format);
  switch (format.type)
  {
  case VoxelType::Int8: return read_as<std::int8_t, std::int8_t>(source, grid, order);
  case VoxelType::UInt8: return read_as<std::uint8_t, std::uint8_t>(source, grid, order);
  case VoxelType::Int16: return read_as<std::int16_t, std::int16_t>(source, grid, order);
  case VoxelType::UInt16: return read_as<std::uint16_t, std::uint16_t>(source, grid, order);
  case VoxelType::Int32: return read_as<std::int32_t, std::int32_t>(source, grid, order);
  case VoxelType::UInt32: return read_as<std::uint32_t, std::uint32_t>(source, grid, order);
  case VoxelType::Int64: return read_as<std::int64_t, double>(source, grid, order);
  case VoxelType::UInt64: return read_as<std::uint64_t, double>(source, grid, order);
  case VoxelType::Float32: return read_as<float, float>(source, grid, order);
  case VoxelType::Float64: return read_as<double, double>(source, grid, order);
  }
  return too_few_voxels();
}
}  // namespace nadir::imaging
