#include "segmentation/mask/components.h"

#include <algorithm>
#include <functional>

#include "segmentation/mask/part_runs.h"

namespace nadir::segmentation
{
std::vector<std::uint64_t> part_sizes(const Mask& mask)
{
  if (mask.is_empty()) return {};
  const auto& box = mask.box();
  const std::span<const std::uint8_t> voxels(mask.row(box.first.j, box.first.k).data(), box.size.voxels());
  auto sizes = part_runs(voxels, box.size, {1, Touching::FaceEdgeOrCorner}).voxels;
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  return sizes;
}
}  // namespace nadir::segmentation
