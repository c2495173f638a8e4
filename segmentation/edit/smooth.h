#pragma once

#include "imaging/units/millimeters.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// The mask with a smoother surface and the same number of voxels.
///
/// The mask is blurred by a Gaussian whose standard deviation is `width` (> 0, mm, the same in all directions; at most 50 voxel steps), and
/// the voxels with the highest values are taken, as many as there were. Details thinner than about two widths go. Small parts far from the
/// rest may vanish and give their volume to the rest. At the edge of the grid the lesion is taken to go on.
Mask smooth(const Mask& mask, Millimeters width);
}  // namespace nadir::segmentation
