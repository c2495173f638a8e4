#pragma once

#include "imaging/registration/resample.h"
#include "imaging/volume/volume.h"

namespace nadir::testing
{
/// Signal of a made-up limb at a point (patient LPS, mm): an elliptical cylinder along the superior axis with a dark bone, bright fat and
/// muscles of three kinds that twist and thin along it, so that every position looks different. Air is 0.
double limb_signal(PatientPoint point);

/// A grid around the origin: 160 x 140 x 168 mm, voxels of 2 x 2 x 3.5 mm.
ImageGeometry limb_grid();

/// Two of them side by side, the right one mirrored: 80 mm to the left and right of the origin, each this many times as wide.
double two_limbs_signal(PatientPoint point, double left_width, double right_width);

/// The limb as seen when each point of the image shows the point of the limb that `place` gives; with fixed noise of this standard
/// deviation (signal of fat is 1000).
imaging::Volume limb_image(const ImageGeometry& grid, const imaging::PointMap& place, double noise = 10.0);
}  // namespace nadir::testing
