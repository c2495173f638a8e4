#include "viewer/render/view_plane.h"

#include <array>
#include <cmath>
#include <numbers>

namespace nadir::viewer
{
namespace
{
double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

double likeness(const ViewPlane& a, const ViewPlane& b) { return dot(a.right, b.right) + dot(a.down, b.down); }

/// Rodrigues' rotation about a unit axis.
PatientVector turned(PatientVector v, PatientVector axis, double angle)
{
  return std::cos(angle) * v + std::sin(angle) * cross(axis, v) + (1.0 - std::cos(angle)) * dot(axis, v) * axis;
}
}  // namespace

ViewPlane radiological_plane(AnatomicalPlane plane)
{
  switch (plane)
  {
  case AnatomicalPlane::Axial: return {{1, 0, 0}, {0, 1, 0}};
  case AnatomicalPlane::Coronal: return {{1, 0, 0}, {0, 0, -1}};
  case AnatomicalPlane::Sagittal: return {{0, 1, 0}, {0, 0, -1}};
  }
  return {};
}

ViewPlane acquired_plane(const ImageGeometry& geometry)
{
  const auto& axes = geometry.axes();
  const ViewPlane standard = radiological_plane(nearest_plane(axes.k));
  ViewPlane best{axes.i, axes.j};
  for (const double a : {1.0, -1.0})
    for (const double b : {1.0, -1.0})
      for (const ViewPlane& candidate : {ViewPlane{a * axes.i, b * axes.j}, ViewPlane{a * axes.j, b * axes.i}})
        if (likeness(candidate, standard) > likeness(best, standard) + 1e-9) best = candidate;
  return best;
}

ViewPlane tilted(const ViewPlane& plane, double degrees_about_right, double degrees_about_down)
{
  const PatientVector down = turned(plane.down, plane.right, radians(degrees_about_right));
  return {turned(plane.right, down, radians(degrees_about_down)), down};
}

bool are_parallel(const ViewPlane& a, const ViewPlane& b, double degrees)
{
  return std::abs(dot(a.into(), b.into())) >= std::cos(radians(degrees));
}
}  // namespace nadir::viewer
