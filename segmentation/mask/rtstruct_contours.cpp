#include "segmentation/mask/rtstruct_contours.h"

#include <cmath>
#include <utility>

#include "segmentation/mask/dicom_values.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
namespace
{
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

constexpr Tag contour_sequence{0x3006, 0x0040};
constexpr Tag contour_image_sequence{0x3006, 0x0016};
constexpr Tag contour_geometric_type{0x3006, 0x0042};
constexpr Tag number_of_contour_points{0x3006, 0x0046};
constexpr Tag contour_data{0x3006, 0x0050};
constexpr Tag referenced_sop_instance{0x0008, 0x1155};
constexpr double farthest_point_mm = 1e5;

Failure malformed(const std::string& problem)
{
  return Failure{MaskError::Malformed, "a contour " + problem + " (its outline would be wrong). Export the structure set again."};
}

/// Both ways of combining closed contours; XOR is what we do anyway.
bool is_closed_planar(const std::string& type) { return type == "CLOSED_PLANAR" || type == "CLOSEDPLANAR_XOR"; }

Result<Contour> points_of(const DataSet& item)
{
  const auto numbers = item.numbers(contour_data, NumberVr::DS);
  if (!numbers) return numbers.failure();
  if (numbers->size() % 3 != 0) return malformed("has coordinates that do not come in threes");
  const auto declared = dicom::integer(item, number_of_contour_points, NumberVr::IS);
  if (!declared) return declared.failure();
  if (*declared && static_cast<std::size_t>(std::max(0, **declared)) != numbers->size() / 3)
    return malformed("has another number of points than it says");
  Contour contour;
  for (std::size_t n = 0; n < numbers->size(); n += 3)
  {
    contour.push_back({(*numbers)[n], (*numbers)[n + 1], (*numbers)[n + 2]});
    if (!(norm(contour.back() - PatientPoint{}) <= farthest_point_mm)) return malformed("has a point that is no place in a patient");
  }
  return contour;
}

SopInstanceUid image_of(const DataSet& item)
{
  const auto* const image = dicom::first_item(item, contour_image_sequence);
  return SopInstanceUid{image == nullptr ? std::string() : image->text(referenced_sop_instance)};
}
}  // namespace

Result<RoiContours> roi_contours(const DataSet& roi_contour_item)
{
  RoiContours contours;
  std::size_t left_out = 0;
  for (const auto& item : roi_contour_item.items(contour_sequence))
  {
    if (!is_closed_planar(item.text(contour_geometric_type)))
    {
      ++left_out;
      continue;
    }
    auto points = points_of(item);
    if (!points) return points.failure();
    contours.drawn.push_back({std::move(*points), image_of(item)});
  }
  if (left_out > 0)
    contours.warnings.push_back(std::to_string(left_out) + " point or open contour item(s) enclose no area and are left out");
  return contours;
}
}  // namespace nadir::segmentation
