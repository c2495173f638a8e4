#pragma once

#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// The point moved onto the steepest change of signal within `reach` along a direction (unit, patient LPS), both ways; unchanged where the
/// signal hardly changes (less than a twentieth of the image's window a voxel) or nothing is loaded. Sampled every quarter of the smallest
/// in-plane voxel, linear between centres of the slice.
PatientPoint snapped_to_edge(const ViewContext& context, PatientPoint point, PatientVector along, Millimeters reach);
}  // namespace nadir::viewer
