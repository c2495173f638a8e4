#pragma once

#include <optional>

#include "sample_data/phantom/rigid_motion.h"
#include "sample_data/phantom/section.h"

namespace nadir::phantom
{
/// Half lengths of an ellipsoid along its own axes, mm, each > 0.
struct SemiAxes
{
  double a = 1.0;
  double b = 1.0;
  double c = 1.0;
};

/// A solid ellipsoid in the patient: exact sizes for tests and sample cases. Frame LPS, mm.
///
/// With M = R diag(1/a^2, 1/b^2, 1/c^2) R^T the body is (p - centre)^T M (p - centre) <= 1. A plane with unit normal n at distance d
/// from the centre meets it when |d| <= h, where h^2 = n^T M^-1 n. The cut is an ellipse whose semi-axes are
/// sqrt((1 - d^2 / h^2) / lambda), lambda being the eigenvalues of the 2x2 matrix of M restricted to the plane.
///
/// Usage: `Ellipsoid{{0, 0, 0}, {12, 8, 20}, Rotation::from({0, 0, 30})}.section({{0, 0, 1}, {0, 0, 3}})->longest()`.
class Ellipsoid
{
public:
  Ellipsoid(PatientPoint centre, SemiAxes semi_axes, Rotation axes = {});

  const PatientPoint& centre() const { return centre_; }
  const SemiAxes& semi_axes() const { return semi_axes_; }
  const Rotation& axes() const { return axes_; }

  /// 4/3 pi a b c.
  double volume_mm3() const;
  /// Longest distance between any two points: twice the largest semi-axis.
  Millimeters feret_3d() const;
  /// Half extent along a direction (unit vector): sqrt(n^T M^-1 n).
  double half_extent(PatientVector direction) const;
  /// 1 on the surface, below 1 inside, grows linearly from the centre.
  double level(PatientPoint point) const;
  bool contains(PatientPoint point) const { return level(point) <= 1.0; }

  /// The ellipse in this plane; none when the plane misses the body.
  std::optional<Section> section(const Plane& plane) const;
  /// The largest of all sections parallel to this normal: the one through the centre.
  Section largest_section(PatientVector normal) const;

  Ellipsoid moved(const RigidMotion& motion) const;

private:
  PatientPoint centre_;
  SemiAxes semi_axes_;
  Rotation axes_;
};
}  // namespace nadir::phantom
