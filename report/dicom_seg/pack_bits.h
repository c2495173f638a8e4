#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace nadir::report
{
/// Bits of a binary segmentation: voxel n of the whole object is bit n % 8 (0 = lowest) of byte n / 8, and frames follow each other without
/// padding, in the middle of a byte too (PS3.5 8.1.1). The end is filled up to an even number of bytes.
class PackedBits
{
public:
  explicit PackedBits(std::uint64_t bits);

  /// Sets a run of voxels from `first` on where `row` is not zero. The run must lie in the object.
  void set_row(std::uint64_t first, std::span<const std::uint8_t> row);

  const std::string& bytes() const& { return bytes_; }
  std::string&& bytes() && { return std::move(bytes_); }

private:
  std::uint64_t bits_;
  std::string bytes_;
};
}  // namespace nadir::report
