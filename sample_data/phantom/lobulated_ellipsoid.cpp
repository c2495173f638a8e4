#include "sample_data/phantom/lobulated_ellipsoid.h"

#include <algorithm>

#include "imaging/result/expects.h"

namespace nadir::phantom
{
namespace
{
constexpr double aligned = 1.0 - 1e-9;
constexpr double lobe_volume = 16384.0 / 36465.0;
constexpr int halvings = 60;

double fourth_power(double x) { return (x * x) * (x * x); }

/// The lobes' profile along the meridian phi = 0.
struct Meridian
{
  double e, c2, k;

  double squared_radius(double s) const
  {
    const double growth = 1.0 + e * fourth_power(s);
    return growth * growth * (c2 - k * s);
  }
  /// Negative where the radius grows with s.
  double slope_sign(double s) const { return 9.0 * e * k * fourth_power(s) - 8.0 * e * c2 * s * s * s + k; }
};

/// Squared radius at the last hump before the equator; 0 when there is none.
double squared_radius_at_hump(const Meridian& meridian)
{
  const double dip = meridian.k > 0.0 ? 2.0 * meridian.c2 / (3.0 * meridian.k) : 1.0;
  if (dip >= 1.0 || meridian.slope_sign(dip) >= 0.0 || meridian.slope_sign(1.0) <= 0.0) return 0.0;
  double low = dip, high = 1.0;
  for (int step = 0; step < halvings; ++step)
  {
    const double middle = 0.5 * (low + high);
    (meridian.slope_sign(middle) < 0.0 ? low : high) = middle;
  }
  return meridian.squared_radius(low);
}

/// Root of r = 1 + e (1 - zeta^2 / r^2)^4: the right side minus the left falls from >= 0 at 1 to <= 0 at 1 + e.
double surface_radius(double lobulation, double zeta)
{
  double low = 1.0, high = 1.0 + lobulation;
  for (int step = 0; step < halvings; ++step)
  {
    const double r = 0.5 * (low + high);
    (1.0 + lobulation * fourth_power(1.0 - zeta * zeta / (r * r)) > r ? low : high) = r;
  }
  return 0.5 * (low + high);
}

/// Real part of (x + i y)^8.
double eighth_harmonic(double x, double y)
{
  const double x2 = x * x - y * y, y2 = 2.0 * x * y;
  const double x4 = x2 * x2 - y2 * y2, y4 = 2.0 * x2 * y2;
  return x4 * x4 - y4 * y4;
}
}  // namespace

LobulatedEllipsoid::LobulatedEllipsoid(Ellipsoid ellipsoid, double lobulation) : ellipsoid_(ellipsoid), lobulation_(lobulation)
{
  NADIR_EXPECTS(lobulation >= 0.0 && lobulation <= 0.1);
  NADIR_EXPECTS(lobulation == 0.0 || ellipsoid.semi_axes().a >= ellipsoid.semi_axes().b);
}

double LobulatedEllipsoid::volume_mm3() const { return ellipsoid_.volume_mm3() * (1.0 + lobe_volume * lobulation_ * lobulation_); }

Millimeters LobulatedEllipsoid::feret_3d() const
{
  if (lobulation_ == 0.0) return ellipsoid_.feret_3d();
  const auto axes = ellipsoid_.semi_axes();
  const Meridian meridian{lobulation_, axes.c * axes.c, axes.c * axes.c - axes.a * axes.a};
  const double largest = std::max({meridian.squared_radius(0.0), meridian.squared_radius(1.0), squared_radius_at_hump(meridian)});
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
  return std::sqrt(r2) / (1.0 + lobulation_ * eighth_harmonic(x, y) / fourth_power(r2));
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
}  // namespace nadir::phantom
