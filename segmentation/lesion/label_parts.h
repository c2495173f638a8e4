#pragma once

#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation::lesion
{
/// Voxels of a mask's box, numbered by the connected part (corners count) they belong to, from 1 on; 0: not in the mask.
class LabelParts
{
public:
  explicit LabelParts(const Mask& mask);

  int count() const { return count_; }
  /// Place within the box; 0 also beyond its last column.
  int at(int i, int j, int k) const { return i < size_.i ? numbers_[offset(i, j, k)] : 0; }

private:
  std::size_t offset(int i, int j, int k) const
  {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(size_.j) + static_cast<std::size_t>(j)) *
               static_cast<std::size_t>(size_.i) +
           static_cast<std::size_t>(i);
  }
  void number_part(std::size_t start, int number);
  std::vector<std::size_t> neighbours(std::size_t voxel) const;

  GridSize size_;
  std::vector<int> numbers_;
  int count_ = 0;
};
}  // namespace nadir::segmentation::lesion
