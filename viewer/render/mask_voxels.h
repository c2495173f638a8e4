#pragma once

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
    if (!mask.is_empty()) first_ = mask.row(box_.first.j, box_.first.k).data();   // rows of the box follow each other
  }

  bool contains(int i, int j, int k) const
  {
    const auto x = static_cast<unsigned>(i - box_.first.i), y = static_cast<unsigned>(j - box_.first.j), z = static_cast<unsigned>(k - box_.first.k);
    const auto columns = static_cast<unsigned>(box_.size.i), rows = static_cast<unsigned>(box_.size.j);
    if (x >= columns || y >= rows || z >= static_cast<unsigned>(box_.size.k)) return false;
    return first_[(static_cast<std::size_t>(z) * rows + y) * columns + x] != 0;
  }

private:
  segmentation::VoxelBox box_;
  const std::uint8_t* first_ = nullptr;
};
}  // namespace nadir::viewer
