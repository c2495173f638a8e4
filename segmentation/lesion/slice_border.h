#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::segmentation::lesion
{
/// A disc around a voxel of a slice: how many voxels it reaches to either side of its middle, row by row.
struct Disc
{
  int rows = 0;             ///< above and below the middle
  std::vector<int> halves;  ///< of row -rows..rows
};

/// Voxels of a slice up to `reach` mm from the middle of one.
Disc disc_of(const VoxelSpacing& spacing, double reach);

/// Where the border between inside and outside runs in one slice.
class SliceBorder
{
public:
  /// `inside`: one byte a voxel, row by row, 1 = inside. Of `size` columns and rows count.
  SliceBorder(const GridSize& size, std::span<const std::uint8_t> inside);

  /// Whether a voxel on the other side of the border lies in the disc around this one. What lies beyond the slice counts for neither side.
  bool is_near(int i, int j, const Disc& disc) const;

private:
  std::size_t row(int j) const { return static_cast<std::size_t>(j) * (static_cast<std::size_t>(size_.i) + 1); }
  int count(int begin, int end, int j) const
  {
    return before_[row(j) + static_cast<std::size_t>(end)] - before_[row(j) + static_cast<std::size_t>(begin)];
  }

  GridSize size_;
  std::vector<int> before_;  ///< voxels inside from each row's begin on
};
}  // namespace nadir::segmentation::lesion
