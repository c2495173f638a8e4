#pragma once

#include <string_view>

#include "imaging/geometry/patient_point.h"

namespace nadir
{
/// The body plane that an imaging plane is closest to.
enum class AnatomicalPlane
{
  Axial,
  Coronal,
  Sagittal,
};

std::string_view name_of(AnatomicalPlane plane);

/// Plane closest to the one with this normal (unit vector, LPS).
AnatomicalPlane nearest_plane(PatientVector normal);

/// Angle in degrees between the normal and the axis of the nearest body plane: 0 = not oblique, at most 54.7.
double obliquity_degrees(PatientVector normal);
}  // namespace nadir
