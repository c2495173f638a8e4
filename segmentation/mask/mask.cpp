#include "segmentation/mask/mask.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
bool lies_in(const VoxelBox& box, const GridSize& grid)
{
  return box.first.i >= 0 && box.first.j >= 0 && box.first.k >= 0 && box.size.i >= 0 && box.size.j >= 0 && box.size.k >= 0 &&
         box.size.i <= grid.i - box.first.i && box.size.j <= grid.j - box.first.j && box.size.k <= grid.k - box.first.k;
}

std::size_t offset_of(int j, int k, const GridSize& size)
{
  return (static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) * static_cast<std::size_t>(size.i);
}

/// Smallest and largest set index per axis, relative to the box given.
struct Extent
{
  VoxelIndex low{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), std::numeric_limits<int>::max()};
  VoxelIndex high{-1, -1, -1};

  void include(int first_i, int last_i, int j, int k)
  {
    low = {std::min(low.i, first_i), std::min(low.j, j), std::min(low.k, k)};
    high = {std::max(high.i, last_i), std::max(high.j, j), std::max(high.k, k)};
  }
  bool is_empty() const { return high.i < 0; }
};

void include_row(Extent& extent, std::span<const std::uint8_t> row, int j, int k)
{
  const auto is_set = [](std::uint8_t value) { return value != 0; };
  const auto first = std::find_if(row.begin(), row.end(), is_set);
  if (first == row.end()) return;
  const auto last = std::find_if(row.rbegin(), row.rend(), is_set);
  extent.include(static_cast<int>(first - row.begin()), static_cast<int>(row.rend() - last) - 1, j, k);
}

Extent extent_of(const std::vector<std::uint8_t>& voxels, const GridSize& size)
{
  Extent extent;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      include_row(extent, std::span(voxels).subspan(offset_of(j, k, size), static_cast<std::size_t>(size.i)), j, k);
  return extent;
}

VoxelBox box_of(const Extent& extent, VoxelIndex shift)
{
  if (extent.is_empty()) return {};
  return {{extent.low.i + shift.i, extent.low.j + shift.j, extent.low.k + shift.k},
          {extent.high.i - extent.low.i + 1, extent.high.j - extent.low.j + 1, extent.high.k - extent.low.k + 1}};
}

/// The part `inner` of the voxels of `outer`, as 0 and 1.
std::vector<std::uint8_t> cropped(const std::vector<std::uint8_t>& voxels, const VoxelBox& outer, const VoxelBox& inner)
{
  std::vector<std::uint8_t> result;
  result.reserve(inner.size.voxels());
  for (int k = 0; k < inner.size.k; ++k)
    for (int j = 0; j < inner.size.j; ++j)
    {
      const auto start = offset_of(inner.first.j - outer.first.j + j, inner.first.k - outer.first.k + k, outer.size) +
                         static_cast<std::size_t>(inner.first.i - outer.first.i);
      for (std::size_t i = 0; i < static_cast<std::size_t>(inner.size.i); ++i) result.push_back(voxels[start + i] != 0 ? 1 : 0);
    }
  return result;
}
}  // namespace

Mask Mask::from_grid(ImageGeometry geometry, const std::vector<std::uint8_t>& voxels)
{
  const VoxelBox whole{{0, 0, 0}, geometry.size()};
  NADIR_EXPECTS(voxels.size() == whole.size.voxels());
  const auto box = box_of(extent_of(voxels, whole.size), whole.first);
  return {std::move(geometry), box, cropped(voxels, whole, box)};
}

Mask Mask::from_box(ImageGeometry geometry, VoxelBox box, std::vector<std::uint8_t> voxels)
{
  NADIR_EXPECTS(lies_in(box, geometry.size()));
  NADIR_EXPECTS(voxels.size() == box.size.voxels());
  const auto tight = box_of(extent_of(voxels, box.size), box.first);
  if (tight.size != box.size) voxels = cropped(voxels, box, tight);
  for (auto& voxel : voxels) voxel = voxel != 0 ? 1 : 0;
  return {std::move(geometry), tight, std::move(voxels)};
}

Mask::Mask(ImageGeometry geometry, VoxelBox box, std::vector<std::uint8_t> voxels) : geometry_(std::move(geometry)), box_(box)
{
  count_ = static_cast<std::uint64_t>(std::count(voxels.begin(), voxels.end(), std::uint8_t{1}));
  voxels_ = std::make_shared<const std::vector<std::uint8_t>>(std::move(voxels));
}

bool Mask::contains(VoxelIndex index) const
{
  const VoxelIndex local{index.i - box_.first.i, index.j - box_.first.j, index.k - box_.first.k};
  return box_.size.contains(local) && (*voxels_)[offset_of(local.j, local.k, box_.size) + static_cast<std::size_t>(local.i)] != 0;
}

std::span<const std::uint8_t> Mask::row(int j, int k) const
{
  NADIR_EXPECTS(j >= box_.first.j && j < box_.first.j + box_.size.j && k >= box_.first.k && k < box_.first.k + box_.size.k);
  return std::span(*voxels_).subspan(offset_of(j - box_.first.j, k - box_.first.k, box_.size), static_cast<std::size_t>(box_.size.i));
}
}  // namespace nadir::segmentation
