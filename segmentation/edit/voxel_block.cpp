#include "segmentation/edit/voxel_block.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nadir::segmentation::detail
{
namespace
{
std::size_t row_offset(const VoxelBox& box, int j, int k)
{
  const auto row =
      static_cast<std::size_t>(k - box.first.k) * static_cast<std::size_t>(box.size.j) + static_cast<std::size_t>(j - box.first.j);
  return row * static_cast<std::size_t>(box.size.i);
}

struct Interval
{
  int first = 0;
  int size = 0;
};

Interval overlap(int a_first, int a_size, int b_first, int b_size)
{
  const int first = std::max(a_first, b_first);
  return {first, std::max(0, std::min(a_first + a_size, b_first + b_size) - first)};
}

VoxelBox overlap(const VoxelBox& a, const VoxelBox& b)
{
  const auto i = overlap(a.first.i, a.size.i, b.first.i, b.size.i), j = overlap(a.first.j, a.size.j, b.first.j, b.size.j),
             k = overlap(a.first.k, a.size.k, b.first.k, b.size.k);
  if (i.size == 0 || j.size == 0 || k.size == 0) return {};
  return {{i.first, j.first, k.first}, {i.size, j.size, k.size}};
}
}  // namespace

VoxelBox clipped(const VoxelBox& box, const GridSize& grid) { return overlap(box, {{0, 0, 0}, grid}); }

VoxelBox widened(const VoxelBox& box, GridSize by)
{
  return {{box.first.i - by.i, box.first.j - by.j, box.first.k - by.k},
          {box.size.i + 2 * by.i, box.size.j + 2 * by.j, box.size.k + 2 * by.k}};
}

std::span<std::uint8_t> VoxelBlock::row(int j, int k)
{
  return std::span(voxels).subspan(row_offset(box, j, k), static_cast<std::size_t>(box.size.i));
}

std::span<const std::uint8_t> VoxelBlock::row(int j, int k) const
{
  return std::span(voxels).subspan(row_offset(box, j, k), static_cast<std::size_t>(box.size.i));
}

VoxelBlock block_of(const Mask& mask, const VoxelBox& box)
{
  VoxelBlock block{box, std::vector<std::uint8_t>(box.size.voxels())};
  const auto common = overlap(mask.box(), box);
  for (int k = common.first.k; k < common.first.k + common.size.k; ++k)
    for (int j = common.first.j; j < common.first.j + common.size.j; ++j)
    {
      const auto from =
          mask.row(j, k).subspan(static_cast<std::size_t>(common.first.i - mask.box().first.i), static_cast<std::size_t>(common.size.i));
      std::copy(from.begin(), from.end(), block.row(j, k).begin() + (common.first.i - box.first.i));
    }
  return block;
}

Mask mask_of(const ImageGeometry& geometry, VoxelBlock block) { return Mask::from_box(geometry, block.box, std::move(block.voxels)); }
}  // namespace nadir::segmentation::detail
