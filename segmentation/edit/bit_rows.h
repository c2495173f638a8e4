#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "segmentation/edit/voxel_block.h"

namespace nadir::segmentation::detail
{
/// Voxels of a block as bits, one row of words after the other: 64 voxels are worked on at once. Bit 0 of the first word is the first
/// voxel.
class BitRows
{
public:
  explicit BitRows(const VoxelBox& box);
  /// The voxels of a block that are set, or those that are not.
  static BitRows set_in(const VoxelBlock& block);
  static BitRows unset_in(const VoxelBlock& block);

  const VoxelBox& box() const { return box_; }
  /// Row j of slice k, counted from the first of the box.
  std::span<std::uint64_t> row(int j, int k);
  std::span<const std::uint64_t> row(int j, int k) const;

  /// Sets the voxels of `block`, which lies on the same box, that are set here, or clears them.
  void set(VoxelBlock& block) const;
  void clear(VoxelBlock& block) const;

private:
  std::size_t offset(int j, int k) const;

  VoxelBox box_;
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

/// A row with everything that is at most `reach` voxels from a set one. Bits beyond the row's last voxel may be set, too.
void widen_row(std::span<const std::uint64_t> row, int reach, std::vector<std::uint64_t>& widened);

/// Every voxel of a box that is at most `radius` mm from the centre of a set voxel, centre to centre.
BitRows within_distance(const BitRows& set, double radius, const VoxelSpacing& spacing);
}  // namespace nadir::segmentation::detail
