#pragma once

#include <cstddef>
#include <cstdint>

#include "segmentation/mask/mask.h"

namespace nadir::viewer
{
/// Fast reading of a mask's voxels, for loops over pixels. The mask must outlive it.
class MaskVoxels
{
public:
  explicit MaskVoxels(const segmentation::Mask& mask) : box_(mask.box())
  {
    if (!mask.is_empty()) first_ = mask.row(box_.first.j, box_.first.k).data();  // rows of the box follow each other
  }

  bool contains(int i, int j, int k) const
  {
    const auto x = static_cast<unsigned>(i - box_.first.i), y = static_cast<unsigned>(j - box_.first.j),
               z = static_cast<unsigned>(k - box_.first.k);
    const auto columns = static_cast<unsigned>(box_.size.i), rows = static_cast<unsigned>(box_.size.j);
    if (x >= columns || y >= rows || z >= static_cast<unsigned>(box_.size.k)) return false;
    return first_[(static_cast<std::size_t>(z) * rows + y) * columns + x] != 0;
  }

  /// The voxel, when it and its next neighbours on all axes lie in the mask's box; they follow at row_step and slice_step. Else nullptr.
  const std::uint8_t* cell(int i, int j, int k) const
  {
    const int x = i - box_.first.i, y = j - box_.first.j, z = k - box_.first.k;
    if (x < 0 || y < 0 || z < 0 || x + 1 >= box_.size.i || y + 1 >= box_.size.j || z + 1 >= box_.size.k) return nullptr;
    return first_ + z * slice_step() + y * row_step() + x;
  }
  std::ptrdiff_t row_step() const { return box_.size.i; }
  std::ptrdiff_t slice_step() const { return static_cast<std::ptrdiff_t>(box_.size.i) * box_.size.j; }

private:
  segmentation::VoxelBox box_;
  const std::uint8_t* first_ = nullptr;
};
}  // namespace nadir::viewer
