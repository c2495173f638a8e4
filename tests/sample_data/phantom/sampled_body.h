#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "sample_data/phantom/lobulated_ellipsoid.h"

namespace nadir::phantom::test
{
/// Points on the surface of a body, found by bisection along many directions: an answer that uses contains() alone, no formula.
inline PatientPoint surface_point(const LobulatedEllipsoid& body, PatientPoint inside, PatientVector direction)
{
  double low = 0.0, high = 500.0;
  for (int step = 0; step < 60; ++step)
  {
    const double t = 0.5 * (low + high);
    (body.contains(inside + t * direction) ? low : high) = t;
  }
  return inside + low * direction;
}

/// Surface points where directions in the plane of u and v leave the body.
inline std::vector<PatientPoint> ring(const LobulatedEllipsoid& body, PatientPoint inside, PatientVector u, PatientVector v)
{
  std::vector<PatientPoint> points;
  constexpr int count = 720;
  for (int n = 0; n < count; ++n)
  {
    const double angle = 2.0 * std::numbers::pi * n / count;
    points.push_back(surface_point(body, inside, std::cos(angle) * u + std::sin(angle) * v));
  }
  return points;
}

/// Longest of all pairs.
inline double longest_pair(const std::vector<PatientPoint>& points)
{
  double longest = 0.0;
  for (const auto& a : points)
    for (const auto& b : points) longest = std::max(longest, distance(a, b).value());
  return longest;
}

/// Extent of the points along a direction.
inline double extent(const std::vector<PatientPoint>& points, PatientVector direction)
{
  double low = 1e9, high = -1e9;
  for (const auto& p : points)
  {
    low = std::min(low, dot(p - PatientPoint{}, direction));
    high = std::max(high, dot(p - PatientPoint{}, direction));
  }
  return high - low;
}
}  // namespace nadir::phantom::test
