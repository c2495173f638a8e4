#include "imaging/dicom/continuing_slices.h"

#include <algorithm>
#include <cmath>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/stack_remarks.h"

namespace nadir::imaging
{
namespace
{
constexpr double step_tolerance = 0.05;     ///< of a step
constexpr double sideways_tolerance = 0.5;  ///< of a pixel
constexpr double direction_tolerance = 5e-4;
constexpr double spacing_tolerance = 1e-4;

bool is_parallel(PatientVector a, PatientVector b) { return norm(a - b) <= direction_tolerance; }

bool has_grid_of(const ImageFrame& frame, const ImageGeometry& geometry)
{
  const auto& place = frame.placement;
  return is_parallel(place.row, geometry.axes().i) && is_parallel(place.column, geometry.axes().j) &&
         std::abs(place.column_spacing - geometry.spacing().i) <= spacing_tolerance * geometry.spacing().i &&
         std::abs(place.row_spacing - geometry.spacing().j) <= spacing_tolerance * geometry.spacing().j;
}

bool continues(const ImageFrame& frame, const ImageGeometry& geometry)
{
  if (!frame.placement.defects.empty() || !has_grid_of(frame, geometry)) return false;
  const auto at = geometry.patient_to_voxel(frame.placement.position);
  const double steps_outside = at.k < 0.0 ? -at.k : at.k - static_cast<double>(geometry.size().k - 1);
  return std::abs(at.i) <= sideways_tolerance && std::abs(at.j) <= sideways_tolerance && std::abs(steps_outside - 1.0) <= step_tolerance;
}
}  // namespace

void warn_of_continuing_slices(ImageStack& stack, const FrameList& others)
{
  if (!stack.geometry || stack.geometry->size().k < 2) return;
  const auto found = std::ranges::find_if(others, [&](const ImageFrame* frame) { return continues(*frame, *stack.geometry); });
  if (found == others.end()) return;
  add_remark(stack, {Severity::Warning, "geometry.continues-elsewhere",
                     shown_name((*found)->object->path) +
                         " lies one step beyond this stack but is not part of it (it may have been split off, and "
                         "the stack may be incomplete). Compare the attributes of both."});
}
}  // namespace nadir::imaging
