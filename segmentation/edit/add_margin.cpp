#include "segmentation/edit/add_margin.h"

#include <algorithm>
#include <utility>

#include "segmentation/edit/bit_rows.h"
#include "segmentation/edit/voxel_block.h"
#include "segmentation/mask/distance_map.h"

namespace nadir::segmentation
{
namespace
{
Mask grown(const Mask& mask, double distance)
{
  const auto& geometry = mask.geometry();
  const auto& spacing = geometry.spacing();
  const auto reach = [&](double step, int grid) { return static_cast<int>(std::min(distance / step + 1.0, static_cast<double>(grid))); };
  const GridSize by{reach(spacing.i, geometry.size().i), reach(spacing.j, geometry.size().j), reach(spacing.k, geometry.size().k)};
  auto block = detail::block_of(mask, detail::clipped(detail::widened(mask.box(), by), geometry.size()));
  detail::within_distance(detail::BitRows::set_in(block), distance, spacing).set(block);
  return detail::mask_of(geometry, std::move(block));
}

/// The nearest voxel that is not set lies at most one voxel outside the mask's box, or in it.
Mask shrunk(const Mask& mask, double distance)
{
  const auto& geometry = mask.geometry();
  auto block = detail::block_of(mask, detail::clipped(with_margin(mask.box(), 1), geometry.size()));
  detail::within_distance(detail::BitRows::unset_in(block), distance, geometry.spacing()).clear(block);
  return detail::mask_of(geometry, std::move(block));
}
}  // namespace

Mask add_margin(const Mask& mask, Millimeters margin)
{
  if (mask.is_empty() || margin == Millimeters{}) return mask;
  return margin > Millimeters{} ? grown(mask, margin.value()) : shrunk(mask, -margin.value());
}
}  // namespace nadir::segmentation
