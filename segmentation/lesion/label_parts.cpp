#include "segmentation/lesion/label_parts.h"

#include <algorithm>

namespace nadir::segmentation::lesion
{
namespace
{
constexpr int unseen = -1;
}  // namespace

LabelParts::LabelParts(const Mask& mask) : size_(mask.box().size), numbers_(size_.voxels(), 0)
{
  std::size_t n = 0;
  for (int k = 0; k < size_.k; ++k)
    for (int j = 0; j < size_.j; ++j)
      for (const auto voxel : mask.row(mask.box().first.j + j, mask.box().first.k + k)) numbers_[n++] = voxel != 0 ? unseen : 0;
  for (std::size_t start = 0; start < numbers_.size(); ++start)
    if (numbers_[start] == unseen) number_part(start, ++count_);
}

void LabelParts::number_part(std::size_t start, int number)
{
  std::vector<std::size_t> open{start};
  numbers_[start] = number;
  while (!open.empty())
  {
    const auto voxel = open.back();
    open.pop_back();
    for (const auto next : neighbours(voxel))
      if (numbers_[next] == unseen) numbers_[next] = number, open.push_back(next);
  }
}

std::vector<std::size_t> LabelParts::neighbours(std::size_t voxel) const
{
  const auto row = static_cast<std::size_t>(size_.i), plane = row * static_cast<std::size_t>(size_.j);
  const int i = static_cast<int>(voxel % row), j = static_cast<int>(voxel % plane / row), k = static_cast<int>(voxel / plane);
  std::vector<std::size_t> out;
  for (int z = std::max(0, k - 1); z <= std::min(size_.k - 1, k + 1); ++z)
    for (int y = std::max(0, j - 1); y <= std::min(size_.j - 1, j + 1); ++y)
      for (int x = std::max(0, i - 1); x <= std::min(size_.i - 1, i + 1); ++x) out.push_back(offset(x, y, z));
  return out;
}
}  // namespace nadir::segmentation::lesion
