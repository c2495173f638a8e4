#include "sample_data/phantom/ellipsoid.h"

#include <algorithm>
#include <numbers>

#include "imaging/result/expects.h"

namespace nadir::phantom
{
namespace
{
PatientVector unit(PatientVector v) { return (1.0 / norm(v)) * v; }

PatientVector any_perpendicular(PatientVector n)
{
  const PatientVector helper = std::abs(n.left) < 0.8 ? PatientVector{1, 0, 0} : PatientVector{0, 1, 0};
  return unit(cross(n, helper));
}

/// Eigenvalues and the direction of the smaller one of the symmetric matrix [p q; q r].
struct Eigen2
{
  double small;
  double large;
  double cosine;
  double sine;
};

Eigen2 eigen_of(double p, double q, double r)
{
  const double mean = 0.5 * (p + r);
  const double spread = std::hypot(0.5 * (p - r), q);
  const double angle = 0.5 * std::atan2(2.0 * q, p - r) + 0.5 * std::numbers::pi;
  return {mean - spread, mean + spread, std::cos(angle), std::sin(angle)};
}

Section section_around(PatientPoint centre, PatientVector along, PatientVector across)
{
  return {centre + (-1.0 * along), centre + along, centre + (-1.0 * across), centre + across};
}
}  // namespace

Ellipsoid::Ellipsoid(PatientPoint centre, SemiAxes semi_axes, Rotation axes) : centre_(centre), semi_axes_(semi_axes), axes_(axes)
{
  NADIR_EXPECTS(semi_axes.a > 0.0 && semi_axes.b > 0.0 && semi_axes.c > 0.0);
}

double Ellipsoid::volume_mm3() const { return 4.0 / 3.0 * std::numbers::pi * semi_axes_.a * semi_axes_.b * semi_axes_.c; }

Millimeters Ellipsoid::feret_3d() const { return Millimeters{2.0 * std::max({semi_axes_.a, semi_axes_.b, semi_axes_.c})}; }

double Ellipsoid::half_extent(PatientVector direction) const
{
  const auto n = axes_.undo(direction);
  return std::sqrt(n.left * n.left * semi_axes_.a * semi_axes_.a + n.posterior * n.posterior * semi_axes_.b * semi_axes_.b +
                   n.superior * n.superior * semi_axes_.c * semi_axes_.c);
}

double Ellipsoid::level(PatientPoint point) const
{
  const auto own = axes_.undo(point - centre_);
  const double x = own.left / semi_axes_.a, y = own.posterior / semi_axes_.b, z = own.superior / semi_axes_.c;
  return std::sqrt(x * x + y * y + z * z);
}

std::optional<Section> Ellipsoid::section(const Plane& plane) const
{
  const auto n = axes_.undo(plane.normal);
  const double extent = half_extent(plane.normal);
  const double offset = dot(plane.point - centre_, plane.normal);
  const double remaining = 1.0 - (offset * offset) / (extent * extent);
  if (remaining <= 0.0) return std::nullopt;

  const auto u = any_perpendicular(n), v = cross(n, u);
  const PatientVector weight{1.0 / (semi_axes_.a * semi_axes_.a), 1.0 / (semi_axes_.b * semi_axes_.b), 1.0 / (semi_axes_.c * semi_axes_.c)};
  const auto weighted = [&](PatientVector w) {
    return PatientVector{w.left * weight.left, w.posterior * weight.posterior, w.superior * weight.superior};
  };
  const auto eigen = eigen_of(dot(u, weighted(u)), dot(u, weighted(v)), dot(v, weighted(v)));

  const PatientVector squares{semi_axes_.a * semi_axes_.a, semi_axes_.b * semi_axes_.b, semi_axes_.c * semi_axes_.c};
  const PatientVector pole{n.left * squares.left, n.posterior * squares.posterior, n.superior * squares.superior};
  const auto middle = centre_ + axes_.apply((offset / (extent * extent)) * pole);
  const auto along = std::sqrt(remaining / eigen.small) * (eigen.cosine * u + eigen.sine * v);
  const auto across = std::sqrt(remaining / eigen.large) * (eigen.cosine * v - eigen.sine * u);
  return section_around(middle, axes_.apply(along), axes_.apply(across));
}

Section Ellipsoid::largest_section(PatientVector normal) const { return *section({normal, centre_}); }

Ellipsoid Ellipsoid::moved(const RigidMotion& motion) const
{
  return {motion.to_patient(centre_), semi_axes_, motion.rotation.after(axes_)};
}
}  // namespace nadir::phantom
