#include "segmentation/mask/slice_opening.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

constexpr float apart = 1e6F;  // mm from slice to slice, so that each is measured alone

VoxelSpacing within_slices(const VoxelSpacing& spacing) { return {spacing.i, spacing.j, static_cast<double>(apart)}; }

/// Whether any voxel of the slice is set.
bool shows(const Bytes& bytes, std::size_t slice, std::size_t k)
{
  const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(k * slice);
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(slice), [](std::uint8_t v) { return v != 0; });
}
}  // namespace

std::vector<float> depths_in_slices(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid, const GridSize& size)
{
  const auto row = static_cast<std::size_t>(size.i), wide = row + 2, rows = static_cast<std::size_t>(size.j);
  std::vector<float> squared(wide * (rows + 2) * static_cast<std::size_t>(size.k), 0.0F);
  const auto at = [&](std::size_t n) { return ((n / row / rows) * (rows + 2) + n / row % rows + 1) * wide + n % row + 1; };
  for (std::size_t n = 0; n < inside.size(); ++n)
    if (inside[n] != 0) squared[at(n)] = no_source;
  squared_distances(squared, {size.i + 2, size.j + 2, size.k}, within_slices(grid.spacing()));
  std::vector<float> depths(inside.size());
  for (std::size_t n = 0; n < inside.size(); ++n) depths[n] = std::sqrt(squared[at(n)]);
  return depths;
}

std::vector<float> distances_in_slices(const std::vector<std::uint8_t>& set, const ImageGeometry& grid, const GridSize& size)
{
  std::vector<float> distances(set.size());
  std::transform(set.begin(), set.end(), distances.begin(), [](std::uint8_t in) { return in != 0 ? 0.0F : no_source; });
  squared_distances(distances, size, within_slices(grid.spacing()));
  for (auto& distance : distances) distance = distance < apart * apart ? std::sqrt(distance) : no_source;
  return distances;
}

std::vector<std::uint8_t> deep_in_slices(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid, const GridSize& size,
                                         double depth)
{
  const auto depths = depths_in_slices(inside, grid, size);
  Bytes deep(inside.size());
  for (std::size_t n = 0; n < inside.size(); ++n) deep[n] = static_cast<double>(depths[n]) > depth ? 1 : 0;
  return deep;
}

Mask opened_in_slices(const Mask& mask, double radius)
{
  if (mask.is_empty()) return mask;
  const auto& grid = mask.geometry();
  const auto& box = mask.box();
  const auto* first = mask.row(box.first.j, box.first.k).data();
  Bytes opened(first, first + box.size.voxels());
  const Bytes deep = deep_in_slices(opened, grid, box.size, radius);
  const auto distances = distances_in_slices(deep, grid, box.size);
  const auto slice = static_cast<std::size_t>(box.size.i) * static_cast<std::size_t>(box.size.j);
  for (std::size_t k = 0; k < static_cast<std::size_t>(box.size.k); ++k)
    if (shows(deep, slice, k))
      for (std::size_t n = k * slice; n < (k + 1) * slice; ++n)
        if (static_cast<double>(distances[n]) > radius) opened[n] = 0;
  return Mask::from_box(grid, box, std::move(opened));
}
}  // namespace nadir::segmentation
