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

/// The view's axes are grid axes: a pixel row is a mixture of up to four voxel lines, interpolated along once.
class PlaneSampler::AlongAxes : public PlaneSampler::Way
{
public:
  AlongAxes(std::shared_ptr<const imaging::Volume> volume, const SliceView& view, Interpolation interpolation, const ViewToVoxel& map)
      : volume_(std::move(volume))
  {
    const auto& size = volume_->geometry().size();
    const std::array<int, 3> sizes{size.i, size.j, size.k};
    const Triple origin = triple(map.origin), per_x = triple(map.per_x), per_y = triple(map.per_y);
    along_ = static_cast<std::size_t>(axis_of(per_x));
    across_ = static_cast<std::size_t>(axis_of(per_y));
    fixed_ = 3 - along_ - across_;
    const auto stride_j = static_cast<std::ptrdiff_t>(size.i);
    strides_ = {1, stride_j, stride_j * size.j};
    columns_ = neighbours_along(origin[along_], per_x[along_], view.size.width, {sizes[along_], interpolation});
    rows_ = neighbours_along(origin[across_], per_y[across_], view.size.height, {sizes[across_], interpolation});
    // Across acquired slices nothing is interpolated.
    depth_ = neighbours(origin[fixed_], sizes[fixed_], fixed_ == 2 ? Interpolation::Nearest : interpolation);
    const auto inside = [](const Neighbours& n) { return n.first >= 0; };
    const auto first = std::find_if(columns_.begin(), columns_.end(), inside);
    const auto last = std::find_if(columns_.rbegin(), columns_.rend(), inside).base();
    if (first == columns_.end()) return;
    begin_ = first - columns_.begin();
    end_ = last - columns_.begin();
    const auto ends = std::minmax(first->first, (last - 1)->first);
    line_begin_ = ends.first;
    line_end_ = std::min(ends.second + 2, sizes[along_]);
  }

  void row(int y, std::span<float> values) const override
  {
    std::fill(values.begin(), values.end(), nothing);
    const Neighbours& beside = rows_[static_cast<std::size_t>(y)];
    if (beside.first < 0 || depth_.first < 0 || begin_ == end_) return;
    std::vector<float> line(static_cast<std::size_t>(line_end_ - line_begin_), 0.0F);
    add_line(line, beside.first, depth_.first, (1.0F - beside.part) * (1.0F - depth_.part));
    add_line(line, beside.second, depth_.first, beside.part * (1.0F - depth_.part));
    add_line(line, beside.first, depth_.second, (1.0F - beside.part) * depth_.part);
    add_line(line, beside.second, depth_.second, beside.part * depth_.part);
    for (auto x = begin_; x < end_; ++x)
    {
      const Neighbours& n = columns_[static_cast<std::size_t>(x)];
      const float a = line[static_cast<std::size_t>(n.first - line_begin_)], b = line[static_cast<std::size_t>(n.second - line_begin_)];
      values[static_cast<std::size_t>(x)] = a + n.part * (b - a);
    }
  }

private:
  void add_line(std::vector<float>& line, int across, int fixed, float weight) const
  {
    if (weight == 0.0F) return;
    const std::ptrdiff_t start = across * strides_[across_] + fixed * strides_[fixed_] + line_begin_ * strides_[along_];
    std::visit(
        [&](const auto& voxels)
        {
          if (along_ == 2) return add_along_slices(line, voxels.data() + start, weight);
          const imaging::Rescale& rescale = volume_->rescale()[static_cast<std::size_t>(across_ == 2 ? across : fixed)];
          add_within_slice(line, voxels.data() + start, {weight * rescale.slope, weight * rescale.intercept});
        },
        volume_->stored());
  }

  template <class Voxel>
  void add_within_slice(std::vector<float>& line, const Voxel* voxel, imaging::Rescale weighted) const
  {
    const auto slope = static_cast<float>(weighted.slope), intercept = static_cast<float>(weighted.intercept);
    const std::ptrdiff_t stride = strides_[along_];
    if (stride == 1)
      for (std::size_t n = 0; n < line.size(); ++n) line[n] += slope * static_cast<float>(voxel[n]) + intercept;
    else
      for (std::size_t n = 0; n < line.size(); ++n) line[n] += slope * static_cast<float>(voxel[static_cast<std::ptrdiff_t>(n) * stride]) + intercept;
  }

  template <class Voxel>
  void add_along_slices(std::vector<float>& line, const Voxel* voxel, float weight) const
  {
    for (std::size_t n = 0; n < line.size(); ++n)
    {
      const imaging::Rescale& rescale = volume_->rescale()[n + static_cast<std::size_t>(line_begin_)];
      const double value = static_cast<double>(voxel[static_cast<std::ptrdiff_t>(n) * strides_[2]]) * rescale.slope + rescale.intercept;
      line[n] += weight * static_cast<float>(value);
    }
  }

  std::shared_ptr<const imaging::Volume> volume_;
  std::size_t along_ = 0, across_ = 1, fixed_ = 2;   // grid axes along a pixel row, from row to row, and along the normal
  std::array<std::ptrdiff_t, 3> strides_{};
  std::vector<Neighbours> columns_, rows_;
  Neighbours depth_;
  std::ptrdiff_t begin_ = 0, end_ = 0;               // pixels that lie within the grid
  int line_begin_ = 0, line_end_ = 0;                // voxels of a line that they need
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
    way_ = std::make_unique<AlongAxes>(std::move(volume), view, interpolation, map);
  else
    way_ = std::make_unique<Across>(std::move(volume), interpolation, map);
}

PlaneSampler::~PlaneSampler() = default;
PlaneSampler::PlaneSampler(PlaneSampler&&) noexcept = default;
PlaneSampler& PlaneSampler::operator=(PlaneSampler&&) noexcept = default;

void PlaneSampler::row(int y, std::span<float> values) const { way_->row(y, values); }
}  // namespace nadir::viewer
