#pragma once

#include "measure/size/feret_3d.h"
#include "measure/size/mask_slices.h"

namespace nadir::measure
{
/// The corners of the marching-cubes surface that can be the end of a longest line, level by level: in the slices (edges between
/// pixels) and half-way between them (edges between slices). Heights in mm from slice 0 of `slices`.
std::vector<SurfaceLevel> surface_levels(const MaskSlices& slices);
}  // namespace nadir::measure
