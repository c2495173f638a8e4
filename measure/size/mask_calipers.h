#pragma once

#include <vector>

#include "measure/lesion/evidence.h"
#include "measure/size/slice_diameter.h"

namespace nadir::measure
{
/// A chord of one slice as a line in the patient; names no image.
Caliper caliper_of(const MaskSlices& slices, const Chord& chord, int slice);

/// Longest diameter over all slices across one axis, as a line in the patient.
Caliper longest_across(const segmentation::Mask& mask, GridAxis axis);

/// Longest distance between two corners of the mask's marching-cubes surface (IBSI "maximum 3D diameter"), exact.
Caliper feret_caliper(const MaskSlices& slices);
}  // namespace nadir::measure
