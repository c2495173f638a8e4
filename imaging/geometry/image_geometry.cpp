#include "imaging/geometry/image_geometry.h"

#include <array>
#include <cmath>
#include <string>

namespace nadir
{
namespace
{
constexpr double orthonormal_tolerance = 1e-3;

bool is_positive(double value) { return std::isfinite(value) && value > 0.0; }
bool is_finite(PatientVector v) { return std::isfinite(v.left) && std::isfinite(v.posterior) && std::isfinite(v.superior); }
bool is_unit(PatientVector v) { return is_finite(v) && std::abs(norm(v) - 1.0) <= orthonormal_tolerance; }
bool are_perpendicular(PatientVector a, PatientVector b) { return std::abs(dot(a, b)) <= orthonormal_tolerance; }

bool are_orthonormal(const GridAxes& axes)
{
  return is_unit(axes.i) && is_unit(axes.j) && is_unit(axes.k) && are_perpendicular(axes.i, axes.j) && are_perpendicular(axes.i, axes.k) &&
         are_perpendicular(axes.j, axes.k);
}

PatientVector unit(PatientVector v) { return (1.0 / norm(v)) * v; }

GridAxes orthonormalised(const GridAxes& axes)
{
  const auto i = unit(axes.i);
  const auto k = unit(cross(i, axes.j));
  return {i, cross(k, i), k};
}
}  // namespace

std::string_view error_code(GeometryError error)
{
  switch (error)
  {
  case GeometryError::EmptyGrid: return "geometry.empty-grid";
  case GeometryError::SpacingNotPositive: return "geometry.spacing-not-positive";
  case GeometryError::AxesNotOrthonormal: return "geometry.axes-not-orthonormal";
  case GeometryError::LeftHanded: return "geometry.left-handed";
  case GeometryError::OriginNotFinite: return "geometry.origin-not-finite";
  }
  return "geometry.unknown";
}

Result<ImageGeometry> ImageGeometry::make(GridSize size, VoxelSpacing spacing, PatientPoint origin, GridAxes axes)
{
  if (size.i < 1 || size.j < 1 || size.k < 1)
    return Failure{GeometryError::EmptyGrid, "the grid has no voxels (nothing could be measured)"};
  if (!is_positive(spacing.i) || !is_positive(spacing.j) || !is_positive(spacing.k))
    return Failure{GeometryError::SpacingNotPositive,
                   "a voxel spacing is missing, zero, negative or not a number (lengths would be wrong)"};
  if (!is_finite(origin - PatientPoint{}))
    return Failure{GeometryError::OriginNotFinite, "the position of the first voxel is not a number"};
  if (!are_orthonormal(axes))
    return Failure{GeometryError::AxesNotOrthonormal, "the image axes are not perpendicular unit vectors (lengths would be wrong)"};
  if (dot(cross(axes.i, axes.j), axes.k) < 0.0)
    return Failure{GeometryError::LeftHanded, "the image axes are mirrored (left and right could be swapped)"};
  return ImageGeometry{size, spacing, origin, orthonormalised(axes)};
}

ImageGeometry::ImageGeometry(GridSize size, VoxelSpacing spacing, PatientPoint origin, GridAxes axes)
    : size_(size), spacing_(spacing), origin_(origin), axes_(axes)
{
}

PatientPoint ImageGeometry::voxel_to_patient(ContinuousVoxelIndex index) const
{
  return origin_ + ((index.i * spacing_.i) * axes_.i + (index.j * spacing_.j) * axes_.j + (index.k * spacing_.k) * axes_.k);
}

PatientPoint ImageGeometry::voxel_to_patient(VoxelIndex index) const
{
  return voxel_to_patient(ContinuousVoxelIndex{static_cast<double>(index.i), static_cast<double>(index.j), static_cast<double>(index.k)});
}

ContinuousVoxelIndex ImageGeometry::patient_to_voxel(PatientPoint point) const
{
  const auto offset = point - origin_;
  return {dot(offset, axes_.i) / spacing_.i, dot(offset, axes_.j) / spacing_.j, dot(offset, axes_.k) / spacing_.k};
}

bool ImageGeometry::coincides_with(const ImageGeometry& other, Millimeters corner_tolerance) const
{
  if (size_ != other.size_) return false;
  const std::array<VoxelIndex, 4> corners{{{0, 0, 0}, {size_.i - 1, 0, 0}, {0, size_.j - 1, 0}, {0, 0, size_.k - 1}}};
  for (const auto& corner : corners)
    if (distance(voxel_to_patient(corner), other.voxel_to_patient(corner)) > corner_tolerance) return false;
  return true;
}
}  // namespace nadir
