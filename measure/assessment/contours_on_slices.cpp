#include "measure/assessment/contours_on_slices.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nadir::measure
{
namespace
{
constexpr double tolerance_slices = 0.1;

std::optional<std::size_t> slice_of(const segmentation::ContourPlane& plane, const ImageGeometry& geometry)
{
  if (plane.contours.empty() || plane.contours.front().empty()) return std::nullopt;
  const double k = std::round(geometry.patient_to_voxel(plane.contours.front().front()).k);
  if (k < 0.0 || k >= geometry.size().k) return std::nullopt;
  const auto lies_in_slice = [&](PatientPoint point) { return std::abs(geometry.patient_to_voxel(point).k - k) <= tolerance_slices; };
  const bool all_lie_in_slice =
      std::all_of(plane.contours.begin(), plane.contours.end(),
                  [&](const auto& contour) { return std::all_of(contour.begin(), contour.end(), lies_in_slice); });
  return all_lie_in_slice ? std::optional(static_cast<std::size_t>(k)) : std::nullopt;
}
}  // namespace

segmentation::ContourStack contours_on_slices(segmentation::ContourStack contours, const imaging::ImageStack& stack)
{
  if (!stack.geometry) return contours;
  for (auto& plane : contours.planes)
    if (const auto k = slice_of(plane, *stack.geometry); k && *k < stack.slices.size()) plane.sop_instance = stack.slices[*k].sop_instance;
  return contours;
}
}  // namespace nadir::measure
