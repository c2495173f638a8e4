#include "viewer/render/plane_sampler.h"

#include <array>
#include <cmath>
#include <utility>

#include "imaging/result/expects.h"
#include "viewer/render/across_axes.h"
#include "viewer/render/along_axes.h"

namespace nadir::viewer
{
int axis_of(const ContinuousVoxelIndex& step)
{
  const std::array<double, 3> parts{std::abs(step.i), std::abs(step.j), std::abs(step.k)};
  const double length = parts[0] + parts[1] + parts[2];
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (parts[axis] > length * (1.0 - 1e-9)) return static_cast<int>(axis);
  return -1;
}

PlaneSampler::PlaneSampler(std::shared_ptr<const imaging::Volume> volume, const SliceView& view, Interpolation interpolation,
                           const imaging::RigidTransform& view_to_volume)
{
  NADIR_EXPECTS(volume != nullptr);
  const ViewToVoxel map = view_to_voxel(view, volume->geometry(), view_to_volume);
  const int along = axis_of(map.per_x), across = axis_of(map.per_y);
  if (along >= 0 && across >= 0 && along != across) way_ = std::make_unique<AlongAxes>(*volume, view, interpolation, map);
  else way_ = std::make_unique<AcrossAxes>(std::move(volume), view.size.width, interpolation, map);
}

PlaneSampler::~PlaneSampler() = default;
PlaneSampler::PlaneSampler(PlaneSampler&&) noexcept = default;
PlaneSampler& PlaneSampler::operator=(PlaneSampler&&) noexcept = default;

PixelSpan PlaneSampler::row(int y, std::span<float> values) const { return way_->row(y, values); }
}  // namespace nadir::viewer
