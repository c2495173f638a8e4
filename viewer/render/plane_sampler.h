#pragma once

#include <memory>
#include <span>

#include "imaging/registration/rigid_transform.h"
#include "imaging/volume/volume.h"
#include "viewer/render/pixel_span.h"
#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// What stands between voxel centres.
enum class Interpolation
{
  Linear,   ///< values between centres are interpolated
  Nearest,  ///< every voxel is seen as a block
};

/// Physical values of a volume at the pixels of a view, row by row, straight from the volume's own memory.
///
/// In the acquired plane of the volume the nearest acquired slice is shown and nothing is interpolated across slices; any other plane is
/// interpolated in three dimensions. Outside the grid (more than half a voxel beyond the outermost centres) the value is NaN. Rows are
/// independent: row() may be called from several threads at once.
///
/// `view_to_volume` takes a patient point of the view to the same tissue in the volume (identity for the view's own image).
class PlaneSampler
{
public:
  PlaneSampler(std::shared_ptr<const imaging::Volume> volume, const SliceView& view, Interpolation interpolation,
               const imaging::RigidTransform& view_to_volume = {});
  ~PlaneSampler();
  PlaneSampler(PlaneSampler&&) noexcept;
  PlaneSampler& operator=(PlaneSampler&&) noexcept;

  /// Values of pixel row y; `values` has the view's width. Returns where the image lies: beyond it all values are NaN.
  PixelSpan row(int y, std::span<float> values) const;

private:
  class Way;  // how pixels are reached: along grid axes, or across them
  class AlongAxes;
  class AcrossAxes;
  std::unique_ptr<const Way> way_;
};
}  // namespace nadir::viewer
