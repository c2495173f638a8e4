#include "sample_data/phantom/lobulated_ellipsoid.h"

#include <algorithm>

#include "imaging/result/expects.h"

namespace nadir::phantom
{
namespace
{
constexpr double aligned = 1.0 - 1e-9;

double squared_radius(SemiAxes axes, double lobulation, double s)
{
  const double growth = 1.0 + lobulation * s * s;
  return growth * growth * (axes.c * axes.c - (axes.c * axes.c - axes.a * axes.a) * s);
}

/// r = 1 + e (1 - zeta^2 / r^2)^2; the right side minus the left falls from >= 0 at 1 to <= 0 at 1 + e.
double surface_radius(double lobulation, double zeta)
{
  double low = 1.0, high = 1.0 + lobulation;
  for (int step = 0; step < 60; ++step)
  {
    const double r = 0.5 * (low + high);
    const double rest = 1.0 - zeta * zeta / (r * r);
    (1.0 + lobulation * rest * rest > r ? low : high) = r;
  }
  return 0.5 * (low + high);
}
}  // namespace

LobulatedEllipsoid::LobulatedEllipsoid(Ellipsoid ellipsoid, double lobulation) : ellipsoid_(ellipsoid), lobulation_(lobulation)
{
  NADIR_EXPECTS(lobulation >= 0.0 && lobulation <= 0.15);
  NADIR_EXPECTS(lobulation == 0.0 || ellipsoid.semi_axes().a >= ellipsoid.semi_axes().b);
}

double LobulatedEllipsoid::volume_mm3() const { return ellipsoid_.volume_mm3() * (1.0 + 64.0 / 105.0 * lobulation_ * lobulation_); }

Millimeters LobulatedEllipsoid::feret_3d() const
{
  if (lobulation_ == 0.0) return ellipsoid_.feret_3d();
  const auto axes = ellipsoid_.semi_axes();
  const double e = lobulation_, c2 = axes.c * axes.c, k = c2 - axes.a * axes.a;
  double largest = std::max(squared_radius(axes, e, 0.0), squared_radius(axes, e, 1.0));
  const double discriminant = 16.0 * e * e * c2 * c2 - 20.0 * e * k * k;
  if (k != 0.0 && discriminant >= 0.0)
    for (const double sign : {-1.0, 1.0})
    {
      const double s = (4.0 * e * c2 + sign * std::sqrt(discriminant)) / (10.0 * e * k);
      if (s > 0.0 && s < 1.0) largest = std::max(largest, squared_radius(axes, e, s));
    }
  return Millimeters{2.0 * std::sqrt(largest)};
}

double LobulatedEllipsoid::level(PatientPoint point) const
{
  if (lobulation_ == 0.0) return ellipsoid_.level(point);
  const auto axes = ellipsoid_.semi_axes();
  const auto own = ellipsoid_.axes().undo(point - centre());
  const double x = own.left / axes.a, y = own.posterior / axes.b, z = own.superior / axes.c;
  const double r2 = x * x + y * y + z * z;
  if (r2 == 0.0) return 0.0;
  const double lobes = (x * x * x * x - 6.0 * x * x * y * y + y * y * y * y) / (r2 * r2);
  return std::sqrt(r2) / (1.0 + lobulation_ * lobes);
}

std::optional<Section> LobulatedEllipsoid::section(const Plane& plane) const
{
  return lobulation_ == 0.0 ? ellipsoid_.section(plane) : lobulated_section(plane);
}

std::optional<Section> LobulatedEllipsoid::lobulated_section(const Plane& plane) const
{
  const auto& axes = ellipsoid_.axes();
  const auto semi = ellipsoid_.semi_axes();
  NADIR_EXPECTS(std::abs(dot(plane.normal, axes.z)) > aligned);
  const double height = dot(plane.point - centre(), axes.z);
  const double zeta = height / semi.c;
  if (std::abs(zeta) >= 1.0) return std::nullopt;
  const double r = surface_radius(lobulation_, zeta);
  const double rho = std::sqrt(r * r - zeta * zeta);
  const auto middle = centre() + height * axes.z;
  const auto along = (semi.a * rho) * axes.x, across = (semi.b * rho) * axes.y;
  return Section{middle + (-1.0 * along), middle + along, middle + (-1.0 * across), middle + across};
}

Section LobulatedEllipsoid::largest_section(PatientVector normal) const { return *section({normal, centre()}); }

LobulatedEllipsoid LobulatedEllipsoid::moved(const RigidMotion& motion) const
{
  return LobulatedEllipsoid{ellipsoid_.moved(motion), lobulation_};
}

double LobulatedEllipsoid::bounding_radius() const { return 0.5 * ellipsoid_.feret_3d().value() * (1.0 + lobulation_); }
}  // namespace nadir::phantom
