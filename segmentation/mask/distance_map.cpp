#include "segmentation/mask/distance_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "imaging/result/expects.h"
#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
namespace
{
std::size_t offset_in(const VoxelBox& box, VoxelIndex index)
{
  const auto i = static_cast<std::size_t>(index.i - box.first.i), j = static_cast<std::size_t>(index.j - box.first.j),
             k = static_cast<std::size_t>(index.k - box.first.k);
  return (k * static_cast<std::size_t>(box.size.j) + j) * static_cast<std::size_t>(box.size.i) + i;
}

enum class Side
{
  Inside,
  Outside,
};

/// Squared distances in `box`, which must hold the mask, to the voxels on one side of its outline.
std::vector<float> squared_to(Side sources, const Mask& mask, const VoxelBox& box)
{
  const bool inside = sources == Side::Inside;
  std::vector<float> values(box.size.voxels(), inside ? no_source : 0.0f);
  const auto& set = mask.box();
  for (int k = set.first.k; k < set.first.k + set.size.k; ++k)
    for (int j = set.first.j; j < set.first.j + set.size.j; ++j)
    {
      const auto row = mask.row(j, k);
      auto* const line = values.data() + offset_in(box, {set.first.i, j, k});
      for (std::size_t n = 0; n < row.size(); ++n)
        if (row[n] != 0) line[n] = inside ? 0.0f : no_source;
    }
  squared_distances(values, box.size, mask.geometry().spacing());
  return values;
}

/// The part of `values` (on `box`) that lies in `region`, one row after the other.
template <class Visit> void for_each_row(const VoxelBox& region, const Visit& visit)
{
  for (int k = region.first.k; k < region.first.k + region.size.k; ++k)
    for (int j = region.first.j; j < region.first.j + region.size.j; ++j) visit(VoxelIndex{region.first.i, j, k});
}
}  // namespace

float DistanceMap::at(VoxelIndex index) const
{
  NADIR_EXPECTS(box.size.contains({index.i - box.first.i, index.j - box.first.j, index.k - box.first.k}));
  return values[offset_in(box, index)];
}

VoxelBox with_margin(const VoxelBox& box, int margin)
{
  return {{box.first.i - margin, box.first.j - margin, box.first.k - margin},
          {box.size.i + 2 * margin, box.size.j + 2 * margin, box.size.k + 2 * margin}};
}

VoxelBox around_both(const VoxelBox& a, const VoxelBox& b)
{
  if (a.size.voxels() == 0) return b;
  if (b.size.voxels() == 0) return a;
  const VoxelIndex first{std::min(a.first.i, b.first.i), std::min(a.first.j, b.first.j), std::min(a.first.k, b.first.k)};
  const auto extent = [](int from, int a_first, int a_size, int b_first, int b_size)
  { return std::max(a_first + a_size, b_first + b_size) - from; };
  return {first,
          {extent(first.i, a.first.i, a.size.i, b.first.i, b.size.i), extent(first.j, a.first.j, a.size.j, b.first.j, b.size.j),
           extent(first.k, a.first.k, a.size.k, b.first.k, b.size.k)}};
}

DistanceMap distance_map(const Mask& mask, const VoxelBox& region)
{
  NADIR_EXPECTS(!mask.is_empty());
  const auto box = around_both(mask.box(), region);
  const auto squared = squared_to(Side::Inside, mask, box);
  DistanceMap map{region, std::vector<float>(region.size.voxels())};
  for_each_row(region,
               [&](VoxelIndex start)
               {
                 const auto from = squared.begin() + static_cast<std::ptrdiff_t>(offset_in(box, start));
                 std::transform(from, from + region.size.i, map.values.begin() + static_cast<std::ptrdiff_t>(offset_in(region, start)),
                                [](float d) { return std::sqrt(d); });
               });
  return map;
}

DistanceMap signed_distance_map(const Mask& mask, const VoxelBox& region)
{
  auto map = distance_map(mask, region);
  const auto box = with_margin(mask.box(), 1);
  const auto squared = squared_to(Side::Outside, mask, box);
  for_each_row(
      mask.box(),
      [&](VoxelIndex start)
      {
        for (int n = 0; n < mask.box().size.i; ++n)
        {
          const VoxelIndex index{start.i + n, start.j, start.k};
          const bool in_region = region.size.contains({index.i - region.first.i, index.j - region.first.j, index.k - region.first.k});
          if (in_region && mask.contains(index)) map.values[offset_in(region, index)] = -std::sqrt(squared[offset_in(box, index)]);
        }
      });
  return map;
}
}  // namespace nadir::segmentation
