#pragma once

#include "measure/size/lesion_size.h"
#include "measure/size/mask_slices.h"

namespace nadir::measure
{
/// Voxel count, marching-cubes surface and 50 % outline area x spacing of a mask; `slices` are its acquired slices.
VolumeEstimates volume_estimates(const segmentation::Mask& mask, const MaskSlices& slices);

/// Largest less smallest estimate.
Milliliters spread_of(const VolumeEstimates& estimates);

/// One standard deviation of the voxel volume that comes from the voxel size: chance of where slices and pixels fell on the surface.
/// Says nothing about where a reader draws.
Milliliters volume_uncertainty(const MaskSlices& slices);
}  // namespace nadir::measure
