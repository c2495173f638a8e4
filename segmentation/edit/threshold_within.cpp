#include "segmentation/edit/threshold_within.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "segmentation/edit/voxel_block.h"

namespace nadir::segmentation
{
namespace
{
Millimeters tolerance_of(const VoxelSpacing& spacing) { return Millimeters{0.1 * std::min({spacing.i, spacing.j, spacing.k})}; }

bool lies_in(ValueRange range, double value) { return value >= range.lowest && value <= range.highest; }
} // namespace

Result<Mask> threshold_within(const Mask& mask, const imaging::Volume& image, ValueRange range)
{
  if (!mask.geometry().coincides_with(image.geometry(), tolerance_of(image.geometry().spacing())))
    return Failure(EditError::GridMismatch, "the image does not lie on the grid of the mask (the wrong voxels would be judged). "
                                            "Use the series that the lesion was drawn on.");
  auto block = detail::block_of(mask, mask.box());
  const auto& box = block.box;
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = block.row(j, k);
      for (int n = 0; n < box.size.i; ++n)
        if (auto& voxel = row[static_cast<std::size_t>(n)]; voxel != 0 && !lies_in(range, image.value({box.first.i + n, j, k}))) voxel = 0;
    }
  return detail::mask_of(mask.geometry(), std::move(block));
}
} // namespace nadir::segmentation
