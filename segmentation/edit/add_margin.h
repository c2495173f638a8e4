#pragma once

#include "imaging/units/millimeters.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// The mask grown (margin > 0) or shrunk (margin < 0) by a distance in the patient, the same in all directions whatever the spacing.
///
/// Grown: every voxel of the grid whose centre is at most that far from the centre of a set voxel. Shrunk: every set voxel whose centre is
/// farther than that from the centre of every voxel that is not set; the edge of the grid takes nothing away. Distances below one voxel
/// step do nothing along that axis. Shrinking may leave nothing.
Mask add_margin(const Mask& mask, Millimeters margin);
}  // namespace nadir::segmentation
