#include "viewer/render/along_axes.h"

#include <algorithm>
#include <variant>

namespace nadir::viewer
{
namespace
{
using Triple = std::array<double, 3>;

Triple triple(ContinuousVoxelIndex v) { return {v.i, v.j, v.k}; }

std::vector<Neighbours> neighbours_along(double origin, double step, int pixels, std::pair<int, Interpolation> axis)
{
  std::vector<Neighbours> found(static_cast<std::size_t>(pixels));
  for (int n = 0; n < pixels; ++n) found[static_cast<std::size_t>(n)] = neighbours(origin + n * step, axis.first, axis.second);
  return found;
}

template <class Voxel> float physical(const imaging::Volume& volume, int slice, Voxel stored)
{
  const imaging::Rescale& rescale = volume.rescale()[static_cast<std::size_t>(slice)];
  return static_cast<float>(static_cast<double>(stored) * rescale.slope + rescale.intercept);
}
}  // namespace

PlaneSampler::AlongAxes::AlongAxes(const imaging::Volume& volume, const SliceView& view, Interpolation interpolation,
                                   const ViewToVoxel& map)
{
  const auto& size = volume.geometry().size();
  const std::array<int, 3> sizes{size.i, size.j, size.k};
  const Triple origin = triple(map.origin), per_x = triple(map.per_x), per_y = triple(map.per_y);
  const auto along = static_cast<std::size_t>(axis_of(map.per_x)), across = static_cast<std::size_t>(axis_of(map.per_y));
  const std::size_t fixed = 3 - along - across;
  const auto columns = neighbours_along(origin[along], per_x[along], view.size.width, {sizes[along], interpolation});
  rows_ = neighbours_along(origin[across], per_y[across], view.size.height, {sizes[across], interpolation});
  // Across acquired slices nothing is interpolated.
  const Neighbours depth = neighbours(origin[fixed], sizes[fixed], fixed == 2 ? Interpolation::Nearest : interpolation);
  columns_seen_ = reach_of(columns);
  rows_seen_ = reach_of(rows_);
  if (depth.first < 0 || columns_seen_.pixels.is_empty() || rows_seen_.pixels.is_empty()) return;
  keep_columns(columns);
  plane_ = plane_of(volume, {along, across, fixed}, depth);
}

PixelSpan PlaneSampler::AlongAxes::row(int y, std::span<float> values) const
{
  const Neighbours& beside = rows_[static_cast<std::size_t>(y)];
  const PixelSpan seen = beside.first < 0 || plane_.empty() ? PixelSpan{} : columns_seen_.pixels;
  clear_outside(seen, values);
  if (seen.is_empty()) return seen;
  const auto voxels = static_cast<std::size_t>(columns_seen_.voxels());
  const float* upper = plane_.data() + static_cast<std::size_t>(beside.first - rows_seen_.first_voxel) * voxels;
  const float* lower = plane_.data() + static_cast<std::size_t>(beside.second - rows_seen_.first_voxel) * voxels;
  thread_local std::vector<float> memory;
  memory.resize(voxels + 1);
  float* line = memory.data();
  const float part = beside.part;
  for (std::size_t n = 0; n < voxels; ++n) line[n] = upper[n] + part * (lower[n] - upper[n]);
  line[voxels] = line[voxels - 1];  // the last voxel has no neighbour
  float* out = values.data() + seen.first;
  for (std::size_t n = 0; n < first_.size(); ++n)
  {
    const float* at = line + first_[n];
    out[n] = at[0] + part_[n] * (at[1] - at[0]);
  }
  return seen;
}

PlaneSampler::AlongAxes::Reach PlaneSampler::AlongAxes::reach_of(const std::vector<Neighbours>& pixels)
{
  const auto inside = [](const Neighbours& n) { return n.first >= 0; };
  const auto first = std::find_if(pixels.begin(), pixels.end(), inside);
  if (first == pixels.end()) return {};
  const auto last = std::find_if(pixels.rbegin(), pixels.rend(), inside).base() - 1;
  const auto voxels = std::minmax(first->first, last->first);
  const PixelSpan span{static_cast<int>(first - pixels.begin()), static_cast<int>(last - pixels.begin()) + 1};
  return {span, voxels.first, std::max(first->second, last->second)};
}

std::vector<float> PlaneSampler::AlongAxes::plane_of(const imaging::Volume& volume, const Axes& axes, const Neighbours& depth) const
{
  std::vector<float> plane(static_cast<std::size_t>(columns_seen_.voxels()) * static_cast<std::size_t>(rows_seen_.voxels()), 0.0F);
  for (const auto& layer : {std::pair{depth.first, 1.0F - depth.part}, std::pair{depth.second, depth.part}})
    if (layer.second != 0.0F)
      std::visit([&](const auto& voxels) { add_voxels(volume, voxels.data(), axes, layer, plane); }, volume.stored());
  return plane;
}

template <class Voxel>
void PlaneSampler::AlongAxes::add_voxels(const imaging::Volume& volume, const Voxel* voxels, const Axes& axes, std::pair<int, float> layer,
                                         std::vector<float>& plane) const
{
  const auto& size = volume.geometry().size();
  const std::array<std::ptrdiff_t, 3> strides{1, size.i, static_cast<std::ptrdiff_t>(size.i) * size.j};
  const std::ptrdiff_t stride = strides[axes.along];
  const int count = columns_seen_.voxels();
  float* out = plane.data();
  for (int across = rows_seen_.first_voxel; across <= rows_seen_.last_voxel; ++across, out += count)
  {
    const Voxel* in = voxels + across * strides[axes.across] + layer.first * strides[axes.fixed] + columns_seen_.first_voxel * stride;
    if (axes.along == 2)
    {
      for (int n = 0; n < count; ++n) out[n] += layer.second * physical(volume, columns_seen_.first_voxel + n, in[n * stride]);
      continue;
    }
    const imaging::Rescale& rescale = volume.rescale()[static_cast<std::size_t>(axes.across == 2 ? across : layer.first)];
    const auto slope = layer.second * static_cast<float>(rescale.slope), intercept = layer.second * static_cast<float>(rescale.intercept);
    for (int n = 0; n < count; ++n) out[n] += slope * static_cast<float>(in[n * stride]) + intercept;
  }
}

void PlaneSampler::AlongAxes::keep_columns(const std::vector<Neighbours>& columns)
{
  for (int x = columns_seen_.pixels.first; x < columns_seen_.pixels.last; ++x)
  {
    const Neighbours& n = columns[static_cast<std::size_t>(x)];
    first_.push_back(n.first - columns_seen_.first_voxel);
    part_.push_back(n.part);
  }
}
}  // namespace nadir::viewer
