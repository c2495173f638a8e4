#include "segmentation/mask/seg_frames.h"

#include <cmath>
#include <string>
#include <utility>

#include "segmentation/mask/dicom_values.h"

namespace nadir::segmentation
{
namespace
{
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

constexpr Tag shared_functional_groups{0x5200, 0x9229};
constexpr Tag per_frame_functional_groups{0x5200, 0x9230};
constexpr Tag plane_position_sequence{0x0020, 0x9113};
constexpr Tag image_position{0x0020, 0x0032};
constexpr Tag plane_orientation_sequence{0x0020, 0x9116};
constexpr Tag image_orientation{0x0020, 0x0037};
constexpr Tag pixel_measures_sequence{0x0028, 0x9110};
constexpr Tag pixel_spacing{0x0028, 0x0030};
constexpr Tag slice_thickness{0x0018, 0x0050};
constexpr Tag spacing_between_slices{0x0018, 0x0088};
constexpr Tag segment_identification_sequence{0x0062, 0x000A};
constexpr Tag referenced_segment_number{0x0062, 0x000B};
constexpr Tag derivation_image_sequence{0x0008, 0x9124};
constexpr Tag source_image_sequence{0x0008, 0x2112};
constexpr Tag referenced_sop_instance{0x0008, 0x1155};
constexpr double same_direction = 0.99995;  ///< cosine: 0.6 degrees
constexpr double unit_tolerance = 1e-3;
constexpr double same_spacing = 1e-3;  ///< relative

Failure malformed(const std::string& problem)
{
  return Failure{MaskError::Malformed, "the segmentation " + problem + " (lesions could be mixed up). Export it again."};
}

Failure no_geometry(const std::string& problem)
{
  return Failure{MaskError::NoGeometry,
                 "the segmentation " + problem + " (lengths would be wrong). Export it with the geometry of its image."};
}

/// The groups of one frame and those of all.
struct Groups
{
  const DataSet& frame;
  const DataSet* shared;

  const DataSet* find(Tag sequence) const
  {
    const auto* const own = dicom::first_item(frame, sequence);
    return own != nullptr || shared == nullptr ? own : dicom::first_item(*shared, sequence);
  }
};

Result<PatientPoint> position_of(const Groups& groups)
{
  const auto* const item = groups.find(plane_position_sequence);
  if (item == nullptr) return no_geometry("gives no position for a frame");
  const auto values = dicom::numbers(*item, image_position, NumberVr::DS, 3);
  if (!values) return values.failure();
  if (values->empty()) return no_geometry("gives no position for a frame");
  return PatientPoint{(*values)[0], (*values)[1], (*values)[2]};
}

Result<std::optional<double>> length_of(const DataSet& item, Tag tag)
{
  const auto values = dicom::numbers(item, tag, NumberVr::DS, 1);
  if (!values) return values.failure();
  if (values->empty() || std::abs(values->front()) == 0.0) return std::optional<double>{};
  return std::optional<double>{std::abs(values->front())};
}

Result<Done> read_measures(const Groups& groups, SegPlane& plane)
{
  const auto* const item = groups.find(pixel_measures_sequence);
  if (item == nullptr) return no_geometry("gives no pixel spacing");
  const auto spacing = dicom::numbers(*item, pixel_spacing, NumberVr::DS, 2);
  if (!spacing) return spacing.failure();
  if (spacing->empty()) return no_geometry("gives no pixel spacing");
  plane.row_spacing = (*spacing)[0];
  plane.column_spacing = (*spacing)[1];
  const auto thickness = length_of(*item, slice_thickness);
  if (!thickness) return thickness.failure();
  const auto between = length_of(*item, spacing_between_slices);
  if (!between) return between.failure();
  plane.slice_thickness = *thickness;
  plane.spacing_between_slices = *between;
  return Done{};
}

bool is_unit(PatientVector v) { return std::abs(norm(v) - 1.0) < unit_tolerance; }

Result<SegPlane> plane_of(const Groups& groups)
{
  const auto* const item = groups.find(plane_orientation_sequence);
  if (item == nullptr) return no_geometry("gives no orientation for a frame");
  const auto o = dicom::numbers(*item, image_orientation, NumberVr::DS, 6);
  if (!o) return o.failure();
  if (o->empty()) return no_geometry("gives no orientation for a frame");
  SegPlane plane;
  plane.row = {(*o)[0], (*o)[1], (*o)[2]};
  plane.column = {(*o)[3], (*o)[4], (*o)[5]};
  if (!is_unit(plane.row) || !is_unit(plane.column)) return no_geometry("gives an orientation that is none");
  plane.row = (1.0 / norm(plane.row)) * plane.row;
  plane.column = (1.0 / norm(plane.column)) * plane.column;
  if (auto read = read_measures(groups, plane); !read) return read.failure();
  return plane;
}

bool is_same_length(double a, double b) { return std::abs(a - b) <= same_spacing * std::max(std::abs(a), std::abs(b)); }

bool is_same(const SegPlane& a, const SegPlane& b)
{
  return dot(a.row, b.row) >= same_direction && dot(a.column, b.column) >= same_direction && is_same_length(a.row_spacing, b.row_spacing) &&
         is_same_length(a.column_spacing, b.column_spacing);
}

Result<int> segment_of(const Groups& groups)
{
  const auto* const item = groups.find(segment_identification_sequence);
  if (item == nullptr) return malformed("does not say which segment a frame shows");
  const auto number = dicom::integer(*item, referenced_segment_number, NumberVr::US);
  if (!number) return number.failure();
  if (!*number) return malformed("does not say which segment a frame shows");
  return **number;
}

SopInstanceUid source_of(const Groups& groups)
{
  const auto* const derivation = groups.find(derivation_image_sequence);
  const auto* const source = derivation == nullptr ? nullptr : dicom::first_item(*derivation, source_image_sequence);
  return SopInstanceUid{source == nullptr ? std::string() : source->text(referenced_sop_instance)};
}

Result<SegFrame> frame_of(const Groups& groups, SegKind kind, int index)
{
  const auto position = position_of(groups);
  if (!position) return position.failure();
  SegFrame frame{index, 0, *position, source_of(groups)};
  if (kind == SegKind::LabelMap) return frame;
  const auto segment = segment_of(groups);
  if (!segment) return segment.failure();
  frame.segment = *segment;
  return frame;
}
}  // namespace

Result<SegFrames> seg_frames(const DataSet& data, SegKind kind)
{
  SegFrames result;
  const auto* const shared = dicom::first_item(data, shared_functional_groups);
  for (const auto& item : data.items(per_frame_functional_groups))
  {
    const Groups groups{item, shared};
    const auto plane = plane_of(groups);
    if (!plane) return plane.failure();
    if (result.frames.empty()) result.plane = *plane;
    if (!is_same(result.plane, *plane)) return no_geometry("has frames of different orientation or pixel spacing");
    auto frame = frame_of(groups, kind, static_cast<int>(result.frames.size()));
    if (!frame) return frame.failure();
    result.frames.push_back(std::move(*frame));
  }
  if (result.frames.empty())
    return Failure{MaskError::Empty, "the segmentation holds no frame that is placed in the patient (it marks nothing). Export it again, "
                                     "or say that the lesion is absent."};
  return result;
}
}  // namespace nadir::segmentation
