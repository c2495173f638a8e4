#include "segmentation/tissue/lesion_voxels.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "imaging/registration/fixed_chunks.h"
#include "imaging/result/expects.h"
#include "segmentation/tissue/distance_field.h"

namespace nadir::segmentation
{
namespace
{
constexpr double just_more = 1.01;  // than one voxel: distances between neighbouring centres carry rounding

std::size_t offset_in(const GridSize& size, int i, int j, int k)
{
  return (static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) * static_cast<std::size_t>(size.i) +
         static_cast<std::size_t>(i);
}

std::vector<std::uint8_t> inverted(std::vector<std::uint8_t> voxels)
{
  for (auto& voxel : voxels) voxel = voxel == 0 ? 1 : 0;
  return voxels;
}

/// Visits every voxel of a box with its index relative to the box and its offset.
template <class Visit> void for_each_voxel(const GridSize& size, Visit visit)
{
  std::size_t at = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) visit(VoxelIndex{i, j, k}, at++);
}

std::array<float, 3> weights_of(const VoxelSpacing& spacing)
{
  const double smallest = std::min({spacing.i, spacing.j, spacing.k});
  return {static_cast<float>(smallest / spacing.i), static_cast<float>(smallest / spacing.j), static_cast<float>(smallest / spacing.k)};
}
}  // namespace

VoxelBox grown(const VoxelBox& box, VoxelIndex margin, const GridSize& grid)
{
  const VoxelIndex first{std::max(box.first.i - margin.i, 0), std::max(box.first.j - margin.j, 0), std::max(box.first.k - margin.k, 0)};
  const VoxelIndex end{std::min(box.first.i + box.size.i + margin.i, grid.i), std::min(box.first.j + box.size.j + margin.j, grid.j),
                       std::min(box.first.k + box.size.k + margin.k, grid.k)};
  return {first, {end.i - first.i, end.j - first.j, end.k - first.k}};
}

std::vector<std::uint8_t> bytes_of(const Mask& mask, const VoxelBox& box)
{
  std::vector<std::uint8_t> bytes(box.size.voxels(), 0);
  const auto& inner = mask.box();
  for (int k = std::max(inner.first.k, box.first.k); k < std::min(inner.first.k + inner.size.k, box.first.k + box.size.k); ++k)
    for (int j = std::max(inner.first.j, box.first.j); j < std::min(inner.first.j + inner.size.j, box.first.j + box.size.j); ++j)
    {
      const auto row = mask.row(j, k);
      const int from = std::max(inner.first.i, box.first.i), to = std::min(inner.first.i + inner.size.i, box.first.i + box.size.i);
      for (int i = from; i < to; ++i)
        bytes[offset_in(box.size, i - box.first.i, j - box.first.j, k - box.first.k)] = row[static_cast<std::size_t>(i - inner.first.i)];
    }
  return bytes;
}

LesionVoxels::LesionVoxels(const Mask& lesion)
    : geometry_(lesion.geometry()), box_(grown(lesion.box(), {2, 2, 1}, geometry_.size())),
      contact_weights_(weights_of(geometry_.spacing()))
{
  const auto& spacing = geometry_.spacing();
  in_plane_spacing_ = std::max(spacing.i, spacing.j);
  const auto inside = bytes_of(lesion, box_);
  std::vector<float> to_lesion, to_outside;
  {
    const std::jthread other([&] { to_lesion = distance_field(inside, box_.size, spacing); });
    to_outside = distance_field(inverted(inside), box_.size, spacing);
  }
  std::vector<std::int32_t> number(inside.size(), none);
  const auto take = [&](VoxelIndex voxel, std::size_t at, double depth)
  {
    number[at] = static_cast<std::int32_t>(voxels_.size());
    voxels_.push_back({voxel.i + box_.first.i, voxel.j + box_.first.j, voxel.k + box_.first.k});
    depth_.push_back(static_cast<float>(depth));
  };
  const double half = 0.5 * in_plane_spacing_;
  for_each_voxel(box_.size,
                 [&](VoxelIndex voxel, std::size_t at)
                 {
                   if (inside[at] != 0) take(voxel, at, static_cast<double>(to_outside[at]) - half);
                 });
  lesion_count_ = voxels_.size();
  for_each_voxel(box_.size,
                 [&](VoxelIndex voxel, std::size_t at)
                 {
                   if (inside[at] == 0 && static_cast<double>(to_lesion[at]) <= just_more * in_plane_spacing_)
                     take(voxel, at, half - static_cast<double>(to_lesion[at]));
                 });
  find_neighbours(number);
}

void LesionVoxels::find_neighbours(const std::vector<std::int32_t>& number)
{
  neighbours_.resize(voxels_.size());
  imaging::for_fixed_chunks(voxels_.size(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n) neighbours_[n] = neighbours_of(voxels_[n], number);
                            });
}

LesionVoxels::Neighbours LesionVoxels::neighbours_of(VoxelIndex voxel, const std::vector<std::int32_t>& number) const
{
  const int i = voxel.i - box_.first.i, j = voxel.j - box_.first.j, k = voxel.k - box_.first.k;
  const auto row = static_cast<std::size_t>(box_.size.i), slice = row * static_cast<std::size_t>(box_.size.j);
  const std::size_t at = offset_in(box_.size, i, j, k);
  return {i > 0 ? number[at - 1] : none,     i + 1 < box_.size.i ? number[at + 1] : none,
          j > 0 ? number[at - row] : none,   j + 1 < box_.size.j ? number[at + row] : none,
          k > 0 ? number[at - slice] : none, k + 1 < box_.size.k ? number[at + slice] : none};
}

Mask LesionVoxels::mask_of(const std::vector<std::uint8_t>& selected) const
{
  NADIR_EXPECTS(selected.size() <= voxels_.size());
  std::vector<std::uint8_t> bytes(box_.size.voxels(), 0);
  for (std::size_t n = 0; n < selected.size(); ++n)
    if (selected[n] != 0)
      bytes[offset_in(box_.size, voxels_[n].i - box_.first.i, voxels_[n].j - box_.first.j, voxels_[n].k - box_.first.k)] = 1;
  return Mask::from_box(geometry_, box_, std::move(bytes));
}
}  // namespace nadir::segmentation
