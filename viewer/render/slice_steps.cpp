#include "viewer/render/slice_steps.h"

#include <algorithm>
#include <cmath>

namespace nadir::viewer
{
namespace
{
/// Positions of the grid's outermost voxel centres along a direction, from a point: lowest and highest, mm.
struct Reach
{
  double low;
  double high;
};

Reach reach_of(const ImageGeometry& geometry, PatientPoint from, PatientVector direction)
{
  const auto& size = geometry.size();
  Reach reach{1e300, -1e300};
  for (int corner = 0; corner < 8; ++corner)
  {
    const VoxelIndex index{corner & 1 ? size.i - 1 : 0, corner & 2 ? size.j - 1 : 0, corner & 4 ? size.k - 1 : 0};
    const double along = dot(geometry.voxel_to_patient(index) - from, direction);
    reach.low = std::min(reach.low, along);
    reach.high = std::max(reach.high, along);
  }
  return reach;
}
}  // namespace

bool is_acquired(const ViewPlane& plane, const ImageGeometry& geometry)
{
  const auto& axes = geometry.axes();
  constexpr double along_axis = 1.0 - 1e-9;
  const auto lies_on = [&](PatientVector v) { return std::abs(dot(v, axes.i)) > along_axis || std::abs(dot(v, axes.j)) > along_axis; };
  return lies_on(plane.right) && lies_on(plane.down);
}

int nearest_slice(const ImageGeometry& geometry, PatientPoint point)
{
  const double k = geometry.patient_to_voxel(point).k;
  return static_cast<int>(std::clamp(std::round(k), 0.0, static_cast<double>(geometry.size().k - 1)));
}

PatientPoint moved_to_slice(const ImageGeometry& geometry, PatientPoint point, int k)
{
  auto index = geometry.patient_to_voxel(point);
  index.k = k;
  return geometry.voxel_to_patient(index);
}

double scroll_step(const ViewPlane& plane, const ImageGeometry& geometry)
{
  if (is_acquired(plane, geometry)) return geometry.spacing().k;
  const auto& axes = geometry.axes();
  const auto& spacing = geometry.spacing();
  const PatientVector normal = plane.into();
  // The extent of a voxel box along a unit normal, weighted by how much each axis contributes.
  const double i = dot(normal, axes.i), j = dot(normal, axes.j), k = dot(normal, axes.k);
  return std::max(0.1, i * i * spacing.i + j * j * spacing.j + k * k * spacing.k);
}

PatientPoint scrolled(const ViewPlane& plane, const ImageGeometry& geometry, PatientPoint centre, int steps)
{
  const PatientVector normal = plane.into();
  if (is_acquired(plane, geometry))
  {
    const int sign = dot(normal, geometry.axes().k) > 0 ? 1 : -1;
    const int k = std::clamp(nearest_slice(geometry, centre) + sign * steps, 0, geometry.size().k - 1);
    return moved_to_slice(geometry, centre, k);
  }
  const Reach reach = reach_of(geometry, centre, normal);
  return centre + std::clamp(steps * scroll_step(plane, geometry), reach.low, reach.high) * normal;
}
}  // namespace nadir::viewer
