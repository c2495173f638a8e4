#pragma once

#include <cmath>

#include "measure/size/plane_point.h"
#include "test_shapes.h"

namespace nadir::testing
{
/// An ellipsoid with closed-form truth. Frame: patient LPS, mm.
struct Ellipsoid
{
  PatientPoint center;
  GridAxes axes;                     ///< directions of the semi-axes a, b, c
  double a = 1.0, b = 1.0, c = 1.0;  ///< mm

  bool contains(PatientPoint point) const
  {
    const auto offset = point - center;
    const double x = dot(offset, axes.i) / a, y = dot(offset, axes.j) / b, z = dot(offset, axes.k) / c;
    return x * x + y * y + z * z <= 1.0;
  }
  double volume_ml() const { return 4.0 / 3.0 * M_PI * a * b * c / 1000.0; }

  /// q(u, v) of the quadratic form whose unit ball the ellipsoid is.
  double form(PatientVector u, PatientVector v) const
  {
    return dot(u, axes.i) * dot(v, axes.i) / (a * a) + dot(u, axes.j) * dot(v, axes.j) / (b * b) +
           dot(u, axes.k) * dot(v, axes.k) / (c * c);
  }

  /// The ellipse that a plane cuts out: its two diameters, 0 when the plane misses. `p`: a point of the plane; u, v: its axes.
  struct Section
  {
    double longest = 0.0;
    double shortest = 0.0;
  };
  Section section(PatientPoint p, PatientVector u, PatientVector v) const
  {
    // Points p + x u + y v: form = A [x y] + 2 b [x y] + c <= 1, an ellipse scaled by 1 - c + b A^-1 b.
    const auto o = p - center;
    const double uu = form(u, u), uv = form(u, v), vv = form(v, v), bu = form(o, u), bv = form(o, v);
    const double det = uu * vv - uv * uv;
    const double scale = 1.0 - form(o, o) + (bu * (vv * bu - uv * bv) + bv * (uu * bv - uv * bu)) / det;
    if (scale <= 0.0) return {};
    const double mean = 0.5 * (uu + vv), spread = std::hypot(0.5 * (uu - vv), uv);
    return {2.0 * std::sqrt(scale / (mean - spread)), 2.0 * std::sqrt(scale / (mean + spread))};
  }
};

/// Longest chord of the ellipsoid among the slices of a grid.
inline double longest_in_slices(const Ellipsoid& ellipsoid, const ImageGeometry& grid)
{
  double longest = 0.0;
  for (int k = 0; k < grid.size().k; ++k)
    longest = std::max(longest, ellipsoid.section(grid.voxel_to_patient(VoxelIndex{0, 0, k}), grid.axes().i, grid.axes().j).longest);
  return longest;
}

inline segmentation::Mask rasterised(const ImageGeometry& geometry, const Ellipsoid& ellipsoid)
{
  return rasterised(geometry, [&](PatientPoint p) { return ellipsoid.contains(p); });
}
}  // namespace nadir::testing
