#pragma once

#include <string>

#include "imaging/geometry/patient_point.h"

namespace nadir::viewer
{
/// Where a direction (unit vector, LPS) points, in the letters of DICOM Patient Orientation (0020,0020): L R A P H F, the largest part
/// first, e.g. "PL". A part counts from about 14 degrees on (a quarter of the length), so that slight obliquity does not clutter the view.
std::string orientation_letters(PatientVector direction);
}  // namespace nadir::viewer
