#pragma once

#include <limits>

#include "viewer/render/plane_sampler.h"
#include "viewer/render/view_to_voxel.h"

namespace nadir::viewer
{
/// How the pixels of a view reach the voxels of a volume: one class a way, chosen by PlaneSampler.
class PlaneSampler::Way
{
public:
  virtual ~Way() = default;
  /// As PlaneSampler::row.
  virtual PixelSpan row(int y, std::span<float> values) const = 0;

protected:
  static constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

  /// Marks what lies outside a span.
  static void clear_outside(PixelSpan inside, std::span<float> values)
  {
    const auto width = static_cast<int>(values.size());
    std::fill(values.begin(), values.begin() + (inside.is_empty() ? width : inside.first), nothing);
    if (!inside.is_empty()) std::fill(values.begin() + inside.last, values.end(), nothing);
  }
};

/// The grid axis (0 to 2) that a step of continuous indices runs along, or -1.
int axis_of(const ContinuousVoxelIndex& step);
}  // namespace nadir::viewer
