#include "segmentation/edit/threshold_within.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "segmentation/edit/voxel_block.h"

namespace nadir::segmentation
{
namespace
{
Millimeters tolerance_of(const VoxelSpacing& spacing) { return Millimeters{0.1 * std::min({spacing.i, spacing.j, spacing.k})}; }

/// Clears the voxels of a row whose physical value (as `Volume::value` gives it) lies outside a range.
template <class Stored>
void keep_range(std::span<std::uint8_t> row, const Stored* stored, const imaging::Rescale& rescale, ValueRange range)
{
  for (std::size_t n = 0; n < row.size(); ++n)
  {
    const auto value = static_cast<float>(static_cast<double>(stored[n]) * rescale.slope + rescale.intercept);
    if (!(value >= range.lowest && value <= range.highest)) row[n] = 0;  // a value that is no number lies in no range
  }
}

template <class Stored>
void keep_range(detail::VoxelBlock& block, const std::vector<Stored>& stored, const imaging::Volume& image, ValueRange range)
{
  const auto& box = block.box;
  const auto& size = image.geometry().size();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j);
      const auto* first = stored.data() + row * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(box.first.i);
      keep_range(block.row(j, k), first, image.rescale()[static_cast<std::size_t>(k)], range);
    }
}
}  // namespace

Result<Mask> threshold_within(const Mask& mask, const imaging::Volume& image, ValueRange range)
{
  if (!mask.geometry().coincides_with(image.geometry(), tolerance_of(image.geometry().spacing())))
    return Failure(EditError::GridMismatch, "the image does not lie on the grid of the mask (the wrong voxels would be judged). "
                                            "Use the series that the lesion was drawn on.");
  auto block = detail::block_of(mask, mask.box());
  std::visit([&](const auto& stored) { keep_range(block, stored, image, range); }, image.stored());
  return detail::mask_of(mask.geometry(), std::move(block));
}
}  // namespace nadir::segmentation
