#pragma once

#include "measure/assessment/lesion_site.h"

namespace nadir::measure
{
/// The lesion on the stack's own grid, so that its slices are the acquired ones and name their images. A mask on another lattice is
/// turned so that its slices are as parallel to the acquired ones as they can be. Contours come back as drawn,
/// named after the slices they lie in.
segmentation::SegmentedLesion on_grid_of(const segmentation::SegmentedLesion& lesion, const LesionSite& site);
}  // namespace nadir::measure
