#include "segmentation/agreement/common_grid.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "segmentation/mask/distance_map.h"

namespace nadir::segmentation
{
namespace
{
constexpr double voxel_tolerance = 0.01;
constexpr double most_voxels = 2e9;

Failure different()
{
  return Failure{AgreementError::DifferentGrids, "the two masks do not lie on the same voxels (a comparison would measure the grids, not "
                                                 "the lesions). Resample one onto the other's grid."};
}

/// Whole number near to `value`; nullopt when there is none.
std::optional<int> whole(double value)
{
  const double rounded = std::round(value);
  if (!(std::abs(value - rounded) <= voxel_tolerance) || std::abs(rounded) > 1e6) return std::nullopt;
  return static_cast<int>(rounded);
}

/// Index on `grid` of voxel `index` of `other`, when it is a voxel centre there.
std::optional<VoxelIndex> index_on(const ImageGeometry& grid, const ImageGeometry& other, VoxelIndex index)
{
  const auto place = grid.patient_to_voxel(other.voxel_to_patient(index));
  const auto i = whole(place.i), j = whole(place.j), k = whole(place.k);
  if (!i || !j || !k) return std::nullopt;
  return VoxelIndex{*i, *j, *k};
}

/// The block that `other` takes on `grid`'s lattice, when its voxels are voxels there.
std::optional<VoxelBox> block_on(const ImageGeometry& grid, const ImageGeometry& other)
{
  const auto& size = other.size();
  const auto first = index_on(grid, other, {0, 0, 0});
  const auto last = index_on(grid, other, {size.i - 1, size.j - 1, size.k - 1});
  const auto corner = index_on(grid, other, {size.i - 1, 0, 0});
  if (!first || !last || !corner) return std::nullopt;
  const bool same_steps = last->i - first->i == size.i - 1 && last->j - first->j == size.j - 1 && last->k - first->k == size.k - 1;
  const bool same_axes = corner->i - first->i == size.i - 1 && corner->j == first->j && corner->k == first->k;
  if (!same_steps || !same_axes) return std::nullopt;
  // A block of one voxel along an axis says nothing about the step there.
  const auto& a = grid.spacing();
  const auto& b = other.spacing();
  const auto is_close = [](double x, double y) { return std::abs(x - y) <= voxel_tolerance * std::max(x, y); };
  if (!is_close(a.i, b.i) || !is_close(a.j, b.j) || !is_close(a.k, b.k)) return std::nullopt;
  return VoxelBox{*first, size};
}

/// The mask on a grid in which its own begins at `shift`.
Mask moved(const Mask& mask, const ImageGeometry& grid, VoxelIndex shift)
{
  auto box = mask.box();
  if (mask.is_empty()) return Mask::from_box(grid, {{0, 0, 0}, {0, 0, 0}}, {});
  std::vector<std::uint8_t> voxels;
  voxels.reserve(box.size.voxels());
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (const auto voxel : mask.row(j, k)) voxels.push_back(voxel);
  box.first = {box.first.i + shift.i, box.first.j + shift.j, box.first.k + shift.k};
  return Mask::from_box(grid, box, std::move(voxels));
}
}  // namespace

Result<MaskPair> on_common_grid(const Mask& a, const Mask& b)
{
  const auto& grid = a.geometry();
  const auto block = block_on(grid, b.geometry());
  if (!block) return different();
  const auto whole_grid = around_both({{0, 0, 0}, grid.size()}, *block);
  const double voxels = static_cast<double>(whole_grid.size.i) * whole_grid.size.j * whole_grid.size.k;
  if (voxels > most_voxels) return different();
  const auto geometry = ImageGeometry::make(whole_grid.size, grid.spacing(), grid.voxel_to_patient(whole_grid.first), grid.axes());
  if (!geometry) return different();
  const auto shift = [&](VoxelIndex first) {
    return VoxelIndex{first.i - whole_grid.first.i, first.j - whole_grid.first.j, first.k - whole_grid.first.k};
  };
  return MaskPair{moved(a, *geometry, shift({0, 0, 0})), moved(b, *geometry, shift(block->first))};
}
}  // namespace nadir::segmentation
