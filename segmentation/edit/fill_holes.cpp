#include "segmentation/edit/fill_holes.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "segmentation/edit/voxel_block.h"
#include "segmentation/mask/part_runs.h"

namespace nadir::segmentation
{
namespace
{
/// Background at the side of the box is open: beyond the box nothing is set.
bool is_at_side(const PartRun& run, const GridSize& size, HoleScope scope)
{
  const bool at_row_end = run.first == 0 || run.end == size.i || run.j == 0 || run.j == size.j - 1;
  return at_row_end || (scope == HoleScope::Volume && (run.k == 0 || run.k == size.k - 1));
}
}  // namespace

Mask fill_holes(const Mask& mask, HoleScope scope)
{
  auto block = detail::block_of(mask, mask.box());
  const auto& size = block.box.size;
  const auto touching = scope == HoleScope::Volume ? Touching::Face : Touching::FaceInSlice;
  const auto background = part_runs(block.voxels, size, {0, touching});
  std::vector<bool> is_open(background.voxels.size());
  for (const auto& run : background.runs)
    if (is_at_side(run, size, scope)) is_open[run.part] = true;
  for (const auto& run : background.runs)
  {
    if (is_open[run.part]) continue;
    const auto row = block.row(block.box.first.j + run.j, block.box.first.k + run.k);
    std::fill(row.begin() + run.first, row.begin() + run.end, std::uint8_t{1});
  }
  return detail::mask_of(mask.geometry(), std::move(block));
}
}  // namespace nadir::segmentation
