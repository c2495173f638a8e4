#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation
{
/// Axis-aligned block of voxels within a grid: first voxel and size.
struct VoxelBox
{
  VoxelIndex first;
  GridSize size;
};

/// Immutable set of voxels on a grid. Stores only the box around the set voxels, one byte each, i fastest; copies share them.
///
/// Frame: that of geometry() (LPS mm). An empty mask is representable (a tumour that is gone), and no measurement of it exists.
class Mask
{
public:
  /// `voxels`: one byte per voxel of the whole grid, not zero = inside.
  static Mask from_grid(ImageGeometry geometry, const std::vector<std::uint8_t>& voxels);
  /// `voxels`: one byte per voxel of `box`, which must lie in the grid.
  static Mask from_box(ImageGeometry geometry, VoxelBox box, std::vector<std::uint8_t> voxels);

  const ImageGeometry& geometry() const { return geometry_; }
  /// Smallest box around the set voxels; size 0 when empty.
  const VoxelBox& box() const { return box_; }
  bool contains(VoxelIndex index) const;
  bool is_empty() const { return count_ == 0; }
  std::uint64_t count() const { return count_; }
  /// Bytes (0 or 1) of the voxels of box() with i from box().first.i on, row j of slice k; the row must lie in box().
  std::span<const std::uint8_t> row(int j, int k) const;

private:
  Mask(ImageGeometry geometry, VoxelBox box, std::vector<std::uint8_t> voxels);

  ImageGeometry geometry_;
  VoxelBox box_;
  std::shared_ptr<const std::vector<std::uint8_t>> voxels_;
  std::uint64_t count_ = 0;
};
}  // namespace nadir::segmentation
