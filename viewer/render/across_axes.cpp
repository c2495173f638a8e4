#include "viewer/render/across_axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <variant>

#include "viewer/render/neighbours.h"

namespace nadir::viewer
{
namespace
{
float mixed(float a, float b, float part) { return a + part * (b - a); }

/// Whole x in [0, width) with low <= start + x * step <= high.
PixelSpan where_between(double start, double step, std::pair<double, double> limits, int width)
{
  const auto holds = [&](int x) { return start + x * step >= limits.first && start + x * step <= limits.second; };
  if (std::abs(step) < 1e-12) return holds(0) ? PixelSpan{0, width} : PixelSpan{};
  const auto [from, to] = std::minmax({(limits.first - start) / step, (limits.second - start) / step});
  if (to < 0 || from > width - 1) return {};
  PixelSpan span{static_cast<int>(std::ceil(std::max(from, 0.0))), static_cast<int>(std::floor(std::min(to, width - 1.0))) + 1};
  // The division may round to the wrong side.
  while (!span.is_empty() && !holds(span.first)) ++span.first;
  while (!span.is_empty() && !holds(span.last - 1)) --span.last;
  return span;
}
}  // namespace

PlaneSampler::AcrossAxes::AcrossAxes(std::shared_ptr<const imaging::Volume> volume, int width, Interpolation interpolation,
                                     const ViewToVoxel& map)
    : volume_(std::move(volume)), width_(width), interpolation_(interpolation), map_(map)
{
  for (const imaging::Rescale& rescale : volume_->rescale())
  {
    slope_.push_back(static_cast<float>(rescale.slope));
    intercept_.push_back(static_cast<float>(rescale.intercept));
  }
}

PixelSpan PlaneSampler::AcrossAxes::within(int y, double low, double high) const
{
  const auto& size = volume_->geometry().size();
  const ContinuousVoxelIndex start = map_.at(0, y);
  const PixelSpan i = where_between(start.i, map_.per_x.i, {low, size.i - high}, width_);
  const PixelSpan j = where_between(start.j, map_.per_x.j, {low, size.j - high}, width_);
  const PixelSpan k = where_between(start.k, map_.per_x.k, {low, size.k - high}, width_);
  const PixelSpan all = common(common(i, j), k);
  return all.is_empty() ? PixelSpan{} : all;
}

PixelSpan PlaneSampler::AcrossAxes::row(int y, std::span<float> values) const
{
  const PixelSpan seen = within(y, -0.5, 0.5);
  clear_outside(seen, values);
  // A little less than the last centre: its neighbour must lie in the grid, too.
  PixelSpan inner = interpolation_ == Interpolation::Linear ? common(seen, within(y, 0.0, 1.0 + 1e-9)) : PixelSpan{};
  if (inner.is_empty()) inner = {seen.last, seen.last};
  std::visit(
      [&](const auto& voxels)
      {
        for (int x = seen.first; x < inner.first; ++x) values[static_cast<std::size_t>(x)] = with_care(voxels.data(), map_.at(x, y));
        fill_inner(voxels.data(), y, inner, values);
        for (int x = inner.last; x < seen.last; ++x) values[static_cast<std::size_t>(x)] = with_care(voxels.data(), map_.at(x, y));
      },
      volume_->stored());
  return seen;
}

template <class Voxel> void PlaneSampler::AcrossAxes::fill_inner(const Voxel* voxels, int y, PixelSpan inner, std::span<float> values) const
{
  const auto& size = volume_->geometry().size();
  const std::ptrdiff_t line = size.i, slice = line * size.j;
  const ContinuousVoxelIndex start = map_.at(0, y), step = map_.per_x;
  for (int x = inner.first; x < inner.last; ++x)
  {
    const double i = start.i + x * step.i, j = start.j + x * step.j, k = start.k + x * step.k;
    const int i0 = static_cast<int>(i), j0 = static_cast<int>(j), k0 = static_cast<int>(k);
    const auto part_i = static_cast<float>(i - i0), part_j = static_cast<float>(j - j0), part_k = static_cast<float>(k - k0);
    const Voxel* at = voxels + k0 * slice + j0 * line + i0;
    const auto plane = [&](const Voxel* p, std::size_t n)
    {
      const float upper = mixed(static_cast<float>(p[0]), static_cast<float>(p[1]), part_i);
      const float lower = mixed(static_cast<float>(p[line]), static_cast<float>(p[line + 1]), part_i);
      return slope_[n] * mixed(upper, lower, part_j) + intercept_[n];
    };
    const auto n = static_cast<std::size_t>(k0);
    values[static_cast<std::size_t>(x)] = mixed(plane(at, n), plane(at + slice, n + 1), part_k);
  }
}

template <class Voxel> float PlaneSampler::AcrossAxes::with_care(const Voxel* voxels, ContinuousVoxelIndex at) const
{
  const auto& size = volume_->geometry().size();
  const Neighbours i = neighbours(at.i, size.i, interpolation_);
  const Neighbours j = neighbours(at.j, size.j, interpolation_);
  const Neighbours k = neighbours(at.k, size.k, interpolation_);
  if (i.first < 0 || j.first < 0 || k.first < 0) return nothing;
  const auto row_length = static_cast<std::size_t>(size.i);
  const auto line = [&](int row, int slice)
  {
    const Voxel* start =
        voxels + (static_cast<std::size_t>(slice) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(row)) * row_length;
    return mixed(static_cast<float>(start[i.first]), static_cast<float>(start[i.second]), i.part);
  };
  const auto plane = [&](int slice)
  {
    const auto n = static_cast<std::size_t>(slice);
    return slope_[n] * mixed(line(j.first, slice), line(j.second, slice), j.part) + intercept_[n];
  };
  const float near = plane(k.first);
  return k.part == 0.0F ? near : mixed(near, plane(k.second), k.part);
}
}  // namespace nadir::viewer
