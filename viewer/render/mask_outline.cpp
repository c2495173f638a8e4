#include "viewer/render/mask_outline.h"

#include <algorithm>
#include <cmath>

#include "viewer/render/marching_squares.h"
#include "viewer/render/mask_voxels.h"
#include "viewer/render/view_to_voxel.h"

namespace nadir::viewer
{
namespace
{
/// The share between eight voxels that lie in the mask's box; `part` of the way on each axis.
float share_in(const std::uint8_t* cell, const MaskVoxels& voxels, ContinuousVoxelIndex part)
{
  const auto line = [&](const std::uint8_t* at) { return (1 - part.i) * at[0] + part.i * at[1]; };
  const auto plane = [&](const std::uint8_t* at) { return (1 - part.j) * line(at) + part.j * line(at + voxels.row_step()); };
  return static_cast<float>((1 - part.k) * plane(cell) + part.k * plane(cell + voxels.slice_step()));
}

/// Share of the mask at a place, trilinear.
float share_at(const MaskVoxels& voxels, ContinuousVoxelIndex at)
{
  const int first_i = static_cast<int>(std::floor(at.i)), first_j = static_cast<int>(std::floor(at.j)),
            first_k = static_cast<int>(std::floor(at.k));
  const double i = at.i - first_i, j = at.j - first_j, k = at.k - first_k;
  if (const std::uint8_t* cell = voxels.cell(first_i, first_j, first_k)) return share_in(cell, voxels, {i, j, k});
  double share = 0.0;
  for (int corner = 0; corner < 8; ++corner)
  {
    const int a = corner & 1, b = corner >> 1 & 1, c = corner >> 2 & 1;
    if (voxels.contains(first_i + a, first_j + b, first_k + c)) share += (a ? i : 1 - i) * (b ? j : 1 - j) * (c ? k : 1 - k);
  }
  return static_cast<float>(share);
}

/// True where both view axes run within slices of the grid.
bool runs_within_slices(const ViewToVoxel& map)
{
  const auto flat = [](ContinuousVoxelIndex step) { return std::abs(step.k) < 1e-9 * (std::abs(step.i) + std::abs(step.j)); };
  return flat(map.per_x) && flat(map.per_y);
}

/// The mask's box in slice k with a margin of one voxel, as places on the view.
std::vector<OutlinePath> outline_within_slice(const segmentation::Mask& mask, const SliceView& view,
                                              const imaging::RigidTransform& mask_to_view, int k)
{
  const auto& box = mask.box();
  if (k < box.first.k || k >= box.first.k + box.size.k) return {};
  const auto place = [&](int i, int j) { return view.to_view(mask_to_view(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k}))); };
  const int i0 = box.first.i - 1, j0 = box.first.j - 1;
  const ViewPoint origin = place(i0, j0), along_i = place(i0 + 1, j0), along_j = place(i0, j0 + 1);
  const Raster raster{
      origin, {along_i.x - origin.x, along_i.y - origin.y}, {along_j.x - origin.x, along_j.y - origin.y}, box.size.i + 2, box.size.j + 2};
  const MaskVoxels voxels(mask);
  std::vector<float> shares;
  shares.reserve(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows));
  for (int row = 0; row < raster.rows; ++row)
    for (int column = 0; column < raster.columns; ++column) shares.push_back(voxels.contains(i0 + column, j0 + row, k) ? 1.0F : 0.0F);
  return marching_squares(raster, shares);
}

/// The part of the view that the mask's box can be seen in, sampled in steps of half a voxel or a pixel.
Raster raster_over(const segmentation::Mask& mask, const SliceView& view, const imaging::RigidTransform& mask_to_view)
{
  const auto& box = mask.box();
  const auto& spacing = mask.geometry().spacing();
  double low_x = 1e300, low_y = 1e300, high_x = -1e300, high_y = -1e300;
  for (int corner = 0; corner < 8; ++corner)
  {
    const VoxelIndex index{box.first.i + (corner & 1 ? box.size.i : -1), box.first.j + (corner & 2 ? box.size.j : -1),
                           box.first.k + (corner & 4 ? box.size.k : -1)};
    const ViewPoint place = view.to_view(mask_to_view(mask.geometry().voxel_to_patient(index)));
    low_x = std::min(low_x, place.x), high_x = std::max(high_x, place.x);
    low_y = std::min(low_y, place.y), high_y = std::max(high_y, place.y);
  }
  const double step = std::max(1.0, 0.5 * std::min({spacing.i, spacing.j, spacing.k}) / view.mm_per_pixel);
  low_x = std::max(low_x, -step), low_y = std::max(low_y, -step);
  high_x = std::min(high_x, view.size.width + step), high_y = std::min(high_y, view.size.height + step);
  if (high_x <= low_x || high_y <= low_y) return {};
  return {
      {low_x, low_y}, {step, 0}, {0, step}, static_cast<int>((high_x - low_x) / step) + 2, static_cast<int>((high_y - low_y) / step) + 2};
}

std::vector<OutlinePath> outline_across(const segmentation::Mask& mask, const SliceView& view, const imaging::RigidTransform& mask_to_view,
                                        const ViewToVoxel& map)
{
  const Raster raster = raster_over(mask, view, mask_to_view);
  const MaskVoxels voxels(mask);
  std::vector<float> shares;
  shares.reserve(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows));
  for (int row = 0; row < raster.rows; ++row)
    for (int column = 0; column < raster.columns; ++column)
    {
      const ViewPoint place = raster.at(column, row);
      shares.push_back(share_at(voxels, map.at(place.x - 0.5, place.y - 0.5)));
    }
  return marching_squares(raster, shares);
}
}  // namespace

std::vector<OutlinePath> mask_outline(const segmentation::Mask& mask, const SliceView& view, const imaging::RigidTransform& view_to_mask)
{
  if (mask.is_empty()) return {};
  const ViewToVoxel map = view_to_voxel(view, mask.geometry(), view_to_mask);
  const auto mask_to_view = view_to_mask.inverse();
  if (runs_within_slices(map)) return outline_within_slice(mask, view, mask_to_view, static_cast<int>(std::lround(map.origin.k)));
  return outline_across(mask, view, mask_to_view, map);
}
}  // namespace nadir::viewer
