#pragma once

#include "sample_data/phantom/ellipsoid.h"

namespace nadir::phantom
{
/// An ellipsoid with eight shallow lobes around its third axis, so that a tumour looks like one and still has exact sizes. LPS, mm.
///
/// In the ellipsoid's own frame, divided by the semi-axes, the surface is r = 1 + e f with f = sin^8(theta) cos(8 phi), 0 <= e <= 0.1.
/// - Volume: abc * integral of r^3 / 3 = 4/3 pi abc (1 + 16384/36465 e^2), as f and f^3 integrate to 0 and f^2 to 65536 pi / 109395.
/// - The body is symmetric about its centre, so its diameter is twice its largest radius. With a >= b this is found at phi = 0, where
///   the squared radius is (1 + e s^4)^2 (c^2 - K s), s = sin^2(theta), K = c^2 - a^2. Its maximum is at s = 1, at s = 0, or at the
///   larger root of 9 e K s^4 - 8 e c^2 s^3 + K in between, which lies above s = 2 c^2 / (3 K).
/// - A section perpendicular to the third axis at height zeta * c is symmetric too: longest diameter 2 a rho, perpendicular width
///   2 b rho, with rho^2 = r^2 - zeta^2 and r = 1 + e (1 - zeta^2 / r^2)^4, a scalar equation with one root in [1, 1 + e].
///
/// With e = 0 it is the ellipsoid, any a, b, c and any section plane. With e > 0: a >= b, and sections only perpendicular to the third
/// axis.
class LobulatedEllipsoid
{
public:
  explicit LobulatedEllipsoid(Ellipsoid ellipsoid, double lobulation = 0.0);

  const Ellipsoid& ellipsoid() const { return ellipsoid_; }
  const PatientPoint& centre() const { return ellipsoid_.centre(); }
  double lobulation() const { return lobulation_; }

  double volume_mm3() const;
  Millimeters feret_3d() const;
  /// 1 on the surface, below 1 inside, grows linearly from the centre.
  double level(PatientPoint point) const;
  bool contains(PatientPoint point) const { return level(point) <= 1.0; }
  std::optional<Section> section(const Plane& plane) const;
  /// The largest of all sections parallel to this normal: the one through the centre.
  Section largest_section(PatientVector normal) const;
  LobulatedEllipsoid moved(const RigidMotion& motion) const;

private:
  std::optional<Section> lobulated_section(const Plane& plane) const;

  Ellipsoid ellipsoid_;
  double lobulation_;
};
}  // namespace nadir::phantom
