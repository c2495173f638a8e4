#include "segmentation/edit/islands.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "segmentation/edit/voxel_block.h"
#include "segmentation/mask/part_runs.h"

namespace nadir::segmentation
{
namespace
{
/// Clears the runs of all parts but those that `keeps` says yes to.
template <class Keeps> Mask with_parts(const Mask& mask, detail::VoxelBlock block, const PartRuns& runs, const Keeps& keeps)
{
  for (const auto& run : runs.runs)
  {
    if (keeps(run.part)) continue;
    const auto row = block.row(block.box.first.j + run.j, block.box.first.k + run.k);
    std::fill(row.begin() + run.first, row.begin() + run.end, std::uint8_t{0});
  }
  return detail::mask_of(mask.geometry(), std::move(block));
}

PartRuns islands_of(const detail::VoxelBlock& block) { return part_runs(block.voxels, block.box.size, {1, Touching::FaceEdgeOrCorner}); }
}  // namespace

Mask keep_largest_island(const Mask& mask)
{
  if (mask.is_empty()) return mask;
  auto block = detail::block_of(mask, mask.box());
  const auto runs = islands_of(block);
  const auto largest = static_cast<std::size_t>(std::max_element(runs.voxels.begin(), runs.voxels.end()) - runs.voxels.begin());
  return with_parts(mask, std::move(block), runs, [&](std::size_t part) { return part == largest; });
}

Mask remove_small_islands(const Mask& mask, Milliliters below)
{
  auto block = detail::block_of(mask, mask.box());
  const auto runs = islands_of(block);
  const auto volume_of = [&](std::size_t part)
  { return Milliliters::from_cubic_millimeters(static_cast<double>(runs.voxels[part]) * mask.geometry().voxel_volume_mm3()); };
  return with_parts(mask, std::move(block), runs, [&](std::size_t part) { return volume_of(part) >= below; });
}

Mask keep_island_at(const Mask& mask, PatientPoint point)
{
  auto block = detail::block_of(mask, mask.box());
  const auto runs = islands_of(block);
  const auto index = mask.geometry().patient_to_voxel(point);
  const auto local = [](double value, int first) { return std::round(value) - first; };
  const auto i = local(index.i, block.box.first.i), j = local(index.j, block.box.first.j), k = local(index.k, block.box.first.k);
  const auto hit = std::find_if(runs.runs.begin(), runs.runs.end(),
                                [&](const PartRun& run) { return run.j == j && run.k == k && run.first <= i && i < run.end; });
  const bool hits = hit != runs.runs.end();
  return with_parts(mask, std::move(block), runs, [&](std::size_t part) { return hits && part == hit->part; });
}
}  // namespace nadir::segmentation
