#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "segmentation/mask/build_contour_stack.h"
#include "segmentation/mask/contour_stack.h"

/// Contours with known areas. Lengths mm, LPS.
namespace nadir::testing
{
using segmentation::Contour;
using segmentation::DrawnContour;

inline Contour rectangle(double left, double posterior, double width, double height, double z)
{
  return {{left, posterior, z}, {left + width, posterior, z}, {left + width, posterior + height, z}, {left, posterior + height, z}};
}

/// Regular polygon with `points` corners on a circle: area = points / 2 * r^2 * sin(2 pi / points).
inline Contour circle(double radius, double z, int points = 360)
{
  Contour contour;
  for (int n = 0; n < points; ++n)
  {
    const double angle = 2 * std::numbers::pi * n / points;
    contour.push_back({radius * std::cos(angle), radius * std::sin(angle), z});
  }
  return contour;
}

inline Contour reversed(const Contour& contour) { return {contour.rbegin(), contour.rend()}; }

inline std::vector<DrawnContour> drawn(const std::vector<Contour>& contours)
{
  std::vector<DrawnContour> result;
  for (const auto& contour : contours) result.push_back({contour, {}});
  return result;
}

/// The contour turned about the x axis (left) by an angle.
inline Contour tilted(const Contour& contour, double degrees)
{
  const double angle = degrees * std::numbers::pi / 180;
  Contour result;
  for (const auto& p : contour)
    result.push_back({p.left, std::cos(angle) * p.posterior - std::sin(angle) * p.superior,
                      std::sin(angle) * p.posterior + std::cos(angle) * p.superior});
  return result;
}
}  // namespace nadir::testing
