#include "viewer/render/plane_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "imaging/result/expects.h"
#include "viewer/render/slice_steps.h"
#include "viewer/render/view_to_voxel.h"

namespace nadir::viewer
{
namespace
{
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
using Triple = std::array<double, 3>;

Triple triple(ContinuousVoxelIndex v) { return {v.i, v.j, v.k}; }

/// The two voxels around a position on one axis, and how much the second counts. first < 0: outside the grid.
struct Neighbours
{
  int first = -1;
  int second = -1;
  float part = 0.0F;
};

Neighbours neighbours(double at, int size, Interpolation interpolation)
{
  if (!(at >= -0.5 && at <= size - 0.5)) return {};
  const double inside = std::clamp(at, 0.0, static_cast<double>(size - 1));
  if (interpolation == Interpolation::Nearest)
  {
    const int nearest = static_cast<int>(inside + 0.5);
    return {nearest, nearest, 0.0F};
  }
  const int first = static_cast<int>(inside);
  return {first, std::min(first + 1, size - 1), static_cast<float>(inside - first)};
}

/// The grid axis that a step runs along, or -1.
int axis_of(const Triple& step)
{
  const double length = std::abs(step[0]) + std::abs(step[1]) + std::abs(step[2]);
  for (int axis = 0; axis < 3; ++axis)
    if (std::abs(step[static_cast<std::size_t>(axis)]) > length * (1.0 - 1e-9)) return axis;
  return -1;
}

std::vector<Neighbours> neighbours_along(double origin, double step, int pixels, std::pair<int, Interpolation> axis)
{
  std::vector<Neighbours> found(static_cast<std::size_t>(pixels));
  for (int n = 0; n < pixels; ++n) found[static_cast<std::size_t>(n)] = neighbours(origin + n * step, axis.first, axis.second);
  return found;
}
}  // namespace

class PlaneSampler::Way
{
public:
  virtual ~Way() = default;
  virtual void row(int y, std::span<float> values) const = 0;
};

/// The view's axes are grid axes: the voxels that lie in the plane are taken out once, as floats, and interpolated within it.
class PlaneSampler::AlongAxes : public PlaneSampler::Way
{
public:
  AlongAxes(const imaging::Volume& volume, const SliceView& view, Interpolation interpolation, const ViewToVoxel& map)
  {
    const auto& size = volume.geometry().size();
    const std::array<int, 3> sizes{size.i, size.j, size.k};
    const Triple origin = triple(map.origin), per_x = triple(map.per_x), per_y = triple(map.per_y);
    const auto along = static_cast<std::size_t>(axis_of(per_x)), across = static_cast<std::size_t>(axis_of(per_y));
    const std::size_t fixed = 3 - along - across;
    columns_ = neighbours_along(origin[along], per_x[along], view.size.width, {sizes[along], interpolation});
    rows_ = neighbours_along(origin[across], per_y[across], view.size.height, {sizes[across], interpolation});
    // Across acquired slices nothing is interpolated.
    const Neighbours depth = neighbours(origin[fixed], sizes[fixed], fixed == 2 ? Interpolation::Nearest : interpolation);
    columns_seen_ = reach_of(columns_);
    rows_seen_ = reach_of(rows_);
    if (depth.first < 0 || columns_seen_.is_empty() || rows_seen_.is_empty()) return;
    plane_.assign(static_cast<std::size_t>(columns_seen_.voxels()) * static_cast<std::size_t>(rows_seen_.voxels()), 0.0F);
    const Axes axes{along, across, fixed};
    add_layer(volume, axes, depth.first, 1.0F - depth.part);
    add_layer(volume, axes, depth.second, depth.part);
  }

  void row(int y, std::span<float> values) const override
  {
    std::fill(values.begin(), values.end(), nothing);
    const Neighbours& beside = rows_[static_cast<std::size_t>(y)];
    if (beside.first < 0 || plane_.empty()) return;
    const float* upper = line(beside.first);
    const float* lower = line(beside.second);
    const auto blended = [&](int n)
    {
      const float above = upper[n - columns_seen_.first_voxel];
      return above + beside.part * (lower[n - columns_seen_.first_voxel] - above);
    };
    for (int x = columns_seen_.first_pixel; x <= columns_seen_.last_pixel; ++x)
    {
      const Neighbours& n = columns_[static_cast<std::size_t>(x)];
      const float a = blended(n.first);
      values[static_cast<std::size_t>(x)] = a + n.part * (blended(n.second) - a);
    }
  }

private:
  /// Grid axes along a pixel row, from row to row, and along the normal.
  struct Axes
  {
    std::size_t along, across, fixed;
  };

  /// The pixels that lie within the grid along one axis of the view, and the voxels they need.
  struct Reach
  {
    int first_pixel = 0, last_pixel = -1;
    int first_voxel = 0, last_voxel = -1;

    bool is_empty() const { return last_pixel < first_pixel; }
    int voxels() const { return last_voxel - first_voxel + 1; }
  };

  static Reach reach_of(const std::vector<Neighbours>& pixels)
  {
    const auto inside = [](const Neighbours& n) { return n.first >= 0; };
    const auto first = std::find_if(pixels.begin(), pixels.end(), inside);
    if (first == pixels.end()) return {};
    const auto last = std::find_if(pixels.rbegin(), pixels.rend(), inside).base() - 1;
    const auto voxels = std::minmax(first->first, last->first);
    return {static_cast<int>(first - pixels.begin()), static_cast<int>(last - pixels.begin()), voxels.first, std::max(first->second, last->second)};
  }

  const float* line(int across) const
  {
    return plane_.data() + static_cast<std::size_t>(across - rows_seen_.first_voxel) * static_cast<std::size_t>(columns_seen_.voxels());
  }

  /// Adds one layer of voxels, in physical values.
  void add_layer(const imaging::Volume& volume, const Axes& axes, int layer, float weight)
  {
    if (weight == 0.0F) return;
    std::visit([&](const auto& voxels) { add_voxels(volume, voxels.data(), axes, {layer, weight}); }, volume.stored());
  }

  template <class Voxel>
  void add_voxels(const imaging::Volume& volume, const Voxel* voxels, const Axes& axes, std::pair<int, float> layer)
  {
    const auto& size = volume.geometry().size();
    const std::array<std::ptrdiff_t, 3> strides{1, size.i, static_cast<std::ptrdiff_t>(size.i) * size.j};
    const std::ptrdiff_t stride = strides[axes.along];
    const int count = columns_seen_.voxels();
    float* out = plane_.data();
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

  template <class Voxel>
  static float physical(const imaging::Volume& volume, int slice, Voxel stored)
  {
    const imaging::Rescale& rescale = volume.rescale()[static_cast<std::size_t>(slice)];
    return static_cast<float>(static_cast<double>(stored) * rescale.slope + rescale.intercept);
  }

  std::vector<Neighbours> columns_, rows_;
  Reach columns_seen_, rows_seen_;
  std::vector<float> plane_;   // the voxels that are needed, line after line
};

/// Any plane: eight voxels a pixel.
class PlaneSampler::Across : public PlaneSampler::Way
{
public:
  Across(std::shared_ptr<const imaging::Volume> volume, Interpolation interpolation, const ViewToVoxel& map)
      : volume_(std::move(volume)), interpolation_(interpolation), map_(map)
  {
  }

  void row(int y, std::span<float> values) const override
  {
    std::visit([&](const auto& voxels) { row_of(voxels.data(), y, values); }, volume_->stored());
  }

private:
  template <class Voxel>
  void row_of(const Voxel* voxels, int y, std::span<float> values) const
  {
    for (std::size_t x = 0; x < values.size(); ++x) values[x] = value_at(voxels, map_.at(static_cast<double>(x), y));
  }

  template <class Voxel>
  float value_at(const Voxel* voxels, ContinuousVoxelIndex at) const
  {
    const auto& size = volume_->geometry().size();
    const Neighbours i = neighbours(at.i, size.i, interpolation_);
    const Neighbours j = neighbours(at.j, size.j, interpolation_);
    const Neighbours k = neighbours(at.k, size.k, interpolation_);
    if (i.first < 0 || j.first < 0 || k.first < 0) return nothing;
    const auto row_length = static_cast<std::size_t>(size.i);
    const auto line = [&](int row, int slice)
    {
      const Voxel* start = voxels + (static_cast<std::size_t>(slice) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(row)) * row_length;
      const auto a = static_cast<float>(start[i.first]), b = static_cast<float>(start[i.second]);
      return a + i.part * (b - a);
    };
    const auto plane = [&](int slice)
    {
      const imaging::Rescale& rescale = volume_->rescale()[static_cast<std::size_t>(slice)];
      const float a = line(j.first, slice), b = line(j.second, slice);
      return static_cast<float>(rescale.slope) * (a + j.part * (b - a)) + static_cast<float>(rescale.intercept);
    };
    const float near = plane(k.first);
    return k.part == 0.0F ? near : near + k.part * (plane(k.second) - near);
  }

  std::shared_ptr<const imaging::Volume> volume_;
  Interpolation interpolation_;
  ViewToVoxel map_;
};

PlaneSampler::PlaneSampler(std::shared_ptr<const imaging::Volume> volume, const SliceView& view, Interpolation interpolation,
                           const imaging::RigidTransform& view_to_volume)
{
  NADIR_EXPECTS(volume != nullptr);
  const ViewToVoxel map = view_to_voxel(view, volume->geometry(), view_to_volume);
  const int along = axis_of(triple(map.per_x)), across = axis_of(triple(map.per_y));
  if (along >= 0 && across >= 0 && along != across)
    way_ = std::make_unique<AlongAxes>(*volume, view, interpolation, map);
  else
    way_ = std::make_unique<Across>(std::move(volume), interpolation, map);
}

PlaneSampler::~PlaneSampler() = default;
PlaneSampler::PlaneSampler(PlaneSampler&&) noexcept = default;
PlaneSampler& PlaneSampler::operator=(PlaneSampler&&) noexcept = default;

void PlaneSampler::row(int y, std::span<float> values) const { way_->row(y, values); }
}  // namespace nadir::viewer
