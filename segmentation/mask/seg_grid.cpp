#include "segmentation/mask/seg_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "imaging/units/number_text.h"
#include "imaging/volume/file/checked_size.h"
#include "imaging/volume/file/grid_placement.h"
#include "segmentation/mask/plane_steps.h"

namespace nadir::segmentation
{
namespace
{
constexpr double same_plane_mm = 0.01;
constexpr double tilt_tolerance_mm = 0.1;
constexpr double tilt_tolerance_per_mm = 1e-3;
constexpr std::size_t few_planes = 3;
constexpr double largest_gap_in_thicknesses = 1.5;
constexpr double perpendicular_tolerance = 1e-3;
constexpr double declared_tolerance = 0.01;

Failure no_geometry(const std::string& problem)
{
  return Failure{MaskError::NoGeometry,
                 "the frames of the segmentation " + problem + " (a volume would be wrong). Export it on the grid of its image."};
}

std::string mm(double length) { return format_fixed(length, 3) + " mm"; }

/// Largest number of steps that divides every gap: 1 where the step itself is seen.
std::int64_t common_gap(const PlaneSteps& steps)
{
  std::int64_t common = 0;
  for (const auto place : steps.places) common = std::gcd(common, place);
  return common;
}

Result<PlaneSteps> single_plane(const SegPlane& plane, std::vector<std::string>& warnings)
{
  if (plane.spacing_between_slices) return PlaneSteps{*plane.spacing_between_slices, true, {0}};
  if (!plane.slice_thickness) return no_geometry("lie in one plane, and no slice spacing is given");
  warnings.push_back("the lesion lies in one slice and no slice spacing is given: the slice thickness of " + mm(*plane.slice_thickness) +
                     " is used");
  return PlaneSteps{*plane.slice_thickness, true, {0}};
}

/// Few planes far apart: were the empty slices between them left out?
Result<PlaneSteps> with_declared_spacing(const std::vector<double>& offsets, PlaneSteps from_positions, double declared,
                                         std::vector<std::string>& warnings)
{
  auto steps = steps_with(offsets, declared);
  const auto gap = steps.is_regular ? common_gap(steps) : 0;
  if (gap == 1) return steps;
  const auto contradiction = "lie " + mm(from_positions.step) + " apart, but " + mm(declared) + " between slices is declared";
  if (gap >= 2 && offsets.size() > few_planes) return no_geometry(contradiction);
  if (gap >= 2)
  {
    warnings.push_back("the frames " + contradiction + ": the slices between them are taken as left out and empty");
    return steps;
  }
  if (!from_positions.is_regular) return no_geometry("are unevenly spaced");
  if (std::abs(from_positions.step - declared) > declared_tolerance * declared)
    warnings.push_back("the frames " + contradiction + ": the positions are used");
  return from_positions;
}

Result<PlaneSteps> from_positions_alone(const std::vector<double>& offsets, PlaneSteps steps, const SegPlane& plane,
                                        std::vector<std::string>& warnings)
{
  if (!steps.is_regular) return no_geometry("are unevenly spaced");
  const bool is_wide = plane.slice_thickness && steps.step > largest_gap_in_thicknesses * *plane.slice_thickness;
  if (is_wide && offsets.size() <= few_planes)
    return no_geometry("lie " + mm(steps.step) + " apart at a slice thickness of " + mm(*plane.slice_thickness) +
                       ", and no slice spacing is given");
  if (is_wide)
    warnings.push_back("the frames lie " + mm(steps.step) + " apart at a slice thickness of " + mm(*plane.slice_thickness) +
                       ": if slices were left out, the volume is too large");
  return steps;
}

Result<PlaneSteps> slice_steps(const std::vector<double>& offsets, const SegPlane& plane, std::vector<std::string>& warnings)
{
  if (offsets.size() == 1) return single_plane(plane, warnings);
  auto steps = steps_of(offsets);
  if (plane.spacing_between_slices) return with_declared_spacing(offsets, std::move(steps), *plane.spacing_between_slices, warnings);
  return from_positions_alone(offsets, std::move(steps), plane, warnings);
}

bool is_tilted(const SegObject& object, PatientVector normal)
{
  const auto& first = object.frames.front().position;
  return std::any_of(object.frames.begin(), object.frames.end(),
                     [&](const SegFrame& frame)
                     {
                       const auto shift = frame.position - first;
                       const double along = dot(shift, normal);
                       return !(norm(shift - along * normal) <= tilt_tolerance_mm + tilt_tolerance_per_mm * std::abs(along));
                     });
}

double offset_of(const SegFrame& frame, PatientVector normal) { return dot(frame.position - PatientPoint{}, normal); }

/// Number of the plane at this offset among ascending ones.
std::size_t plane_at(const std::vector<double>& offsets, double offset)
{
  const auto next = std::upper_bound(offsets.begin(), offsets.end(), offset);
  return static_cast<std::size_t>(next - offsets.begin()) - 1;
}
}  // namespace

Result<SegGrid> seg_grid(const SegObject& object, int rows, int columns)
{
  const auto& plane = object.plane;
  if (std::abs(dot(plane.row, plane.column)) > perpendicular_tolerance)
    return no_geometry("have rows and columns that are not perpendicular");
  const auto across = cross(plane.row, plane.column);
  const auto normal = (1.0 / norm(across)) * across;
  if (is_tilted(object, normal)) return no_geometry("are shifted sideways from slice to slice (a tilted stack)");
  std::vector<double> all;
  for (const auto& frame : object.frames) all.push_back(offset_of(frame, normal));
  const auto offsets = distinct_offsets(all, same_plane_mm);
  std::vector<std::string> warnings;
  const auto steps = slice_steps(offsets, plane, warnings);
  if (!steps) return steps.failure();
  const auto size = imaging::checked_size(columns, rows, steps->places.back() + 1, 1);
  if (!size) return size.failure();
  const auto lowest = static_cast<std::size_t>(std::min_element(all.begin(), all.end()) - all.begin());
  const auto grid = imaging::place_grid(
      *size, {plane.column_spacing * plane.row, plane.row_spacing * plane.column, steps->step * normal, object.frames[lowest].position});
  if (!grid) return grid.failure();
  SegGrid result{grid->geometry, {}, std::move(warnings)};
  for (const double offset : all) result.slices.push_back(static_cast<int>(steps->places[plane_at(offsets, offset)]));
  return result;
}
}  // namespace nadir::segmentation
