#pragma once

#include "imaging/geometry/patient_point.h"
#include "imaging/units/millimeters.h"

namespace nadir::phantom
{
/// A plane in the patient, LPS mm; the normal has unit length.
struct Plane
{
  PatientVector normal{0, 0, 1};
  PatientPoint point;
};

/// What a plane cuts out of a shape: its longest diameter and the width perpendicular to it, each with end points in mm.
struct Section
{
  PatientPoint long_end_a, long_end_b;
  PatientPoint short_end_a, short_end_b;

  Millimeters longest() const { return distance(long_end_a, long_end_b); }
  Millimeters perpendicular() const { return distance(short_end_a, short_end_b); }
};
}  // namespace nadir::phantom
