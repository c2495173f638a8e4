#include "segmentation/mask/bulky_parts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "segmentation/mask/euclidean_distance.h"
#include "segmentation/mask/part_runs.h"
#include "segmentation/mask/slice_opening.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

Bytes bytes_of(const Mask& mask)
{
  const auto& box = mask.box();
  const auto* first = mask.row(box.first.j, box.first.k).data();
  return {first, first + box.size.voxels()};
}

Bytes part_of(const PartRuns& parts, std::size_t part, const GridSize& size)
{
  Bytes bytes(size.voxels());
  for (const auto& run : parts.runs)
    if (run.part == part)
    {
      const auto row = bytes.begin() + (std::ptrdiff_t{run.k} * size.j + run.j) * size.i;
      std::fill(row + run.first, row + run.end, std::uint8_t{1});
    }
  return bytes;
}

/// Those that are no scraps.
std::vector<Bytes> cores_of(const Bytes& broad, const GridSize& size, double least_share)
{
  const auto parts = part_runs(broad, size, {1, Touching::Face});
  const double least = least_share * static_cast<double>(std::count(broad.begin(), broad.end(), std::uint8_t{1}));
  std::vector<Bytes> cores;
  for (std::size_t part = 0; part < parts.voxels.size(); ++part)
    if (static_cast<double>(parts.voxels[part]) >= least) cores.push_back(part_of(parts, part, size));
  return cores;
}

std::vector<float> distances_to(const Bytes& core, const ImageGeometry& grid, const GridSize& size)
{
  std::vector<float> squared(core.size());
  std::transform(core.begin(), core.end(), squared.begin(), [](std::uint8_t in) { return in != 0 ? 0.0F : no_source; });
  squared_distances(squared, size, grid.spacing());
  return squared;
}

/// For each voxel the nearest core, of equally near ones the first.
std::vector<std::size_t> nearest_cores(const std::vector<Bytes>& cores, const ImageGeometry& grid, const GridSize& size)
{
  std::vector<std::size_t> nearest(size.voxels(), 0);
  auto least = distances_to(cores.front(), grid, size);
  for (std::size_t core = 1; core < cores.size(); ++core)
  {
    const auto distances = distances_to(cores[core], grid, size);
    for (std::size_t n = 0; n < nearest.size(); ++n)
      if (distances[n] < least[n]) least[n] = distances[n], nearest[n] = core;
  }
  return nearest;
}

/// Without what does not touch the largest of it.
Bytes in_one_piece(const Bytes& bytes, const GridSize& size)
{
  const auto pieces = part_runs(bytes, size, {1, Touching::FaceEdgeOrCorner});
  const auto largest = std::max_element(pieces.voxels.begin(), pieces.voxels.end()) - pieces.voxels.begin();
  return part_of(pieces, static_cast<std::size_t>(largest), size);
}
}  // namespace

std::vector<Mask> bulky_parts(const Mask& mask, const BulkRule& rule)
{
  if (mask.is_empty()) return {};
  const auto& grid = mask.geometry();
  const auto& size = mask.box().size;
  const Bytes inside = bytes_of(mask);
  const auto cores = cores_of(deep_in_slices(inside, grid, size, 0.5 * rule.narrow_mm), size, rule.least_share);
  if (cores.empty()) return {mask};
  const auto nearest = nearest_cores(cores, grid, size);
  std::vector<Mask> parts;
  for (std::size_t core = 0; core < cores.size(); ++core)
  {
    Bytes part(inside.size());
    for (std::size_t n = 0; n < part.size(); ++n) part[n] = inside[n] != 0 && nearest[n] == core ? 1 : 0;
    parts.push_back(Mask::from_box(grid, mask.box(), in_one_piece(part, size)));
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Mask& a, const Mask& b) { return a.count() > b.count(); });
  return parts;
}
}  // namespace nadir::segmentation
