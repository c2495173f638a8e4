#pragma once

#include <array>

#include "imaging/geometry/patient_point.h"

namespace nadir::imaging
{
/// Rotation about a centre, then a displacement: point -> centre + R (point - centre) + translation. Frame: patient LPS, mm.
///
/// R = Rz Ry Rx of the three angles (radians, right-handed about left, posterior and superior axes). A value; the default is the identity.
/// Named after both ends where used: `fixed_to_moving` takes a point of the fixed image to the same tissue in the moving image.
class RigidTransform
{
public:
  RigidTransform() = default;
  RigidTransform(PatientVector angles, PatientVector translation, PatientPoint centre);

  PatientPoint operator()(PatientPoint point) const;
  RigidTransform inverse() const;
  /// First `first`, then this.
  RigidTransform after(const RigidTransform& first) const;

  /// Rows of R.
  const std::array<PatientVector, 3>& rotation() const { return rotation_; }
  PatientVector translation() const { return translation_; }
  PatientPoint centre() const { return centre_; }
  /// Angle of the whole rotation, radians, 0 to pi.
  double rotation_angle() const;

private:
  static RigidTransform of_rows(const std::array<PatientVector, 3>& rotation, PatientVector translation, PatientPoint centre);

  std::array<PatientVector, 3> rotation_{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  PatientVector translation_{};
  PatientPoint centre_{};
};
}  // namespace nadir::imaging
