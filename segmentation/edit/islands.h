#pragma once

#include "imaging/geometry/patient_point.h"
#include "imaging/units/milliliters.h"
#include "segmentation/mask/mask.h"

/// Islands are parts of a mask that touch by no face, edge or corner (26-connected, as in segmentation/mask/components.h).
namespace nadir::segmentation
{
/// The largest island alone; of equally large ones the first in storage order. An empty mask stays empty.
Mask keep_largest_island(const Mask& mask);

/// Without the islands whose volume is below a limit.
Mask remove_small_islands(const Mask& mask, Milliliters below);

/// The island with the voxel at a point (patient LPS, mm) alone; empty where the point hits none.
Mask keep_island_at(const Mask& mask, PatientPoint point);
}  // namespace nadir::segmentation
