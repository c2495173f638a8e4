#include "imaging/geometry/anatomical_plane.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nadir
{
std::string_view name_of(AnatomicalPlane plane)
{
  switch (plane)
  {
  case AnatomicalPlane::Axial: return "axial";
  case AnatomicalPlane::Coronal: return "coronal";
  case AnatomicalPlane::Sagittal: return "sagittal";
  }
  return "unknown";
}

AnatomicalPlane nearest_plane(PatientVector normal)
{
  const double x = std::abs(normal.left), y = std::abs(normal.posterior), z = std::abs(normal.superior);
  if (z >= x && z >= y) return AnatomicalPlane::Axial;
  return y >= x ? AnatomicalPlane::Coronal : AnatomicalPlane::Sagittal;
}

double obliquity_degrees(PatientVector normal)
{
  const double largest = std::max({std::abs(normal.left), std::abs(normal.posterior), std::abs(normal.superior)});
  return std::acos(std::min(1.0, largest / norm(normal))) * 180.0 / std::numbers::pi;
}
}  // namespace nadir
