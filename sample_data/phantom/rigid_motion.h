#pragma once

#include "imaging/geometry/patient_point.h"

namespace nadir::phantom
{
/// Turns about the patient axes left, posterior and superior, in this order, in degrees; right-handed.
struct Turn
{
  double about_left = 0.0;
  double about_posterior = 0.0;
  double about_superior = 0.0;
};

/// A rotation, as the images of the three axes: orthonormal and right-handed.
struct Rotation
{
  PatientVector x{1, 0, 0};
  PatientVector y{0, 1, 0};
  PatientVector z{0, 0, 1};

  static Rotation from(Turn turn);
  PatientVector apply(PatientVector v) const { return v.left * x + v.posterior * y + v.superior * z; }
  PatientVector undo(PatientVector v) const { return {dot(v, x), dot(v, y), dot(v, z)}; }
  Rotation after(const Rotation& first) const { return {apply(first.x), apply(first.y), apply(first.z)}; }
};

/// How the limb lies in the scanner: anatomy frame (mm, axes as LPS, origin in the middle of the thigh) to patient frame LPS.
struct RigidMotion
{
  Rotation rotation;
  PatientVector shift;

  PatientPoint to_patient(PatientPoint anatomy) const { return PatientPoint{} + (rotation.apply(anatomy - PatientPoint{}) + shift); }
  PatientPoint to_anatomy(PatientPoint patient) const { return PatientPoint{} + rotation.undo((patient - PatientPoint{}) - shift); }
};
}  // namespace nadir::phantom
