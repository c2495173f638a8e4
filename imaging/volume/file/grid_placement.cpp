#include "imaging/volume/file/grid_placement.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr double smallest_step_mm = 1e-3;
constexpr double largest_step_mm = 1e3;
constexpr double farthest_origin_mm = 1e5;
constexpr double longest_grid_mm = 1e4;
constexpr double perpendicular_tolerance = 1e-3;

bool is_plausible_step(double step) { return std::isfinite(step) && step >= smallest_step_mm && step <= largest_step_mm; }
bool is_plausible_place(PatientPoint p) { return norm(p - PatientPoint{}) <= farthest_origin_mm; }

Failure bad_step(double step)
{
  const auto text = std::isfinite(step) ? format_number(step) + " mm" : std::string("not a number");
  return Failure{ImageFileError::NoGeometry,
                 "the distance between two voxels is " + text + " (lengths would be wrong). Export the file with its voxel spacing."};
}

Failure sheared()
{
  return Failure{
      ImageFileError::NoGeometry,
      "the axes of the grid are not perpendicular (a sheared grid: lengths would be wrong). Resample the file onto the image's grid."};
}

double longest_side(GridSize size, VoxelSpacing spacing) { return std::max({size.i * spacing.i, size.j * spacing.j, size.k * spacing.k}); }

bool are_perpendicular(PatientVector a, PatientVector b) { return std::abs(dot(a, b)) <= perpendicular_tolerance; }
}  // namespace

bool is_mirrored(const GridAffine& affine) { return dot(cross(affine.i, affine.j), affine.k) < 0.0; }

Result<PlacedGrid> place_grid(GridSize size, const GridAffine& affine)
{
  const VoxelSpacing spacing{norm(affine.i), norm(affine.j), norm(affine.k)};
  for (const double step : {spacing.i, spacing.j, spacing.k})
    if (!is_plausible_step(step)) return bad_step(step);
  if (!is_plausible_place(affine.origin))
    return Failure{ImageFileError::NoGeometry,
                   "the position of the first voxel is no place in a patient (end points would be wrong). Export the file again."};
  if (longest_side(size, spacing) > longest_grid_mm)
    return Failure{ImageFileError::NoGeometry,
                   "the grid is longer than 10 m (no scan is: its voxel spacing or its positions are wrong). Export the file again."};
  GridAxes axes{(1.0 / spacing.i) * affine.i, (1.0 / spacing.j) * affine.j, (1.0 / spacing.k) * affine.k};
  if (!are_perpendicular(axes.i, axes.j) || !are_perpendicular(axes.i, axes.k) || !are_perpendicular(axes.j, axes.k)) return sheared();
  auto origin = affine.origin;
  const auto order = is_mirrored(affine) ? SliceOrder::Reversed : SliceOrder::AsStored;
  if (order == SliceOrder::Reversed)
  {
    origin = origin + static_cast<double>(size.k - 1) * affine.k;
    axes.k = -1.0 * axes.k;
  }
  auto geometry = ImageGeometry::make(size, spacing, origin, axes);
  if (!geometry) return Failure{ImageFileError::NoGeometry, geometry.failure().message()};
  return PlacedGrid{*geometry, order};
}
}  // namespace nadir::imaging
