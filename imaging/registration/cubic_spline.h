#pragma once

#include <array>
#include <cmath>

namespace nadir::imaging
{
/// Weights of the four control points around a place on a lattice axis.
struct SplineWeights
{
  int first = 0;  ///< the control point before the interval; the three others follow
  std::array<double, 4> weights{};
};

/// Uniform cubic B-spline at a place in units of the control points.
inline SplineWeights spline_weights(double place)
{
  const double whole = std::floor(place), f = place - whole, r = 1.0 - f;
  return {static_cast<int>(whole) - 1,
          {r * r * r / 6.0, (3.0 * f * f * f - 6.0 * f * f + 4.0) / 6.0, (3.0 * r * r * r - 6.0 * r * r + 4.0) / 6.0, f * f * f / 6.0}};
}
}  // namespace nadir::imaging
