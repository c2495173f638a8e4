#pragma once

#include <functional>
#include <limits>

#include "imaging/registration/rigid_transform.h"
#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// From a point of one image's patient frame to the same tissue in the other's. Must be safe to call from several threads.
using PointMap = std::function<PatientPoint(PatientPoint)>;

/// The moving image seen on `grid`: value at each voxel = moving image at grid_to_moving(voxel centre), trilinear; `outside` where it ends.
FloatImage resampled(const FloatImage& moving, const ImageGeometry& grid, const PointMap& grid_to_moving,
                     float outside = std::numeric_limits<float>::quiet_NaN());

/// The same through a rigid transform, faster.
FloatImage resampled(const FloatImage& moving, const ImageGeometry& grid, const RigidTransform& grid_to_moving,
                     float outside = std::numeric_limits<float>::quiet_NaN());
}  // namespace nadir::imaging
