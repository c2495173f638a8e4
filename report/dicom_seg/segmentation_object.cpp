#include "report/dicom_seg/segmentation_object.h"

#include <algorithm>
#include <array>

#include "imaging/result/expects.h"
#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/stack_modules.h"
#include "report/dicom_seg/pack_bits.h"
#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

bool has_voxels(const segmentation::Mask& mask, int k)
{
  const auto& box = mask.box();
  if (mask.is_empty() || k < box.first.k || k >= box.first.k + box.size.k) return false;
  for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    for (const auto voxel : mask.row(j, k))
      if (voxel != 0) return true;
  return false;
}

std::string packed_pixels(const SegmentationObject& object, const std::vector<SegmentFrame>& frames)
{
  const auto& size = object.stack->geometry->size();
  const auto columns = static_cast<std::uint64_t>(size.i);
  const auto voxels = columns * static_cast<std::uint64_t>(size.j);
  PackedBits bits(voxels * frames.size());
  for (std::size_t n = 0; n < frames.size(); ++n)
  {
    const auto& mask = object.segments[static_cast<std::size_t>(frames[n].segment - 1)].mask;
    if (!has_voxels(mask, frames[n].slice)) continue;
    const auto& box = mask.box();
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      bits.set_row(n * voxels + static_cast<std::uint64_t>(j) * columns + static_cast<std::uint64_t>(box.first.i),
                   mask.row(j, frames[n].slice));
  }
  return std::move(bits).bytes();
}

void add_segment(const Segment& segment, int number, DicomDataSet& item)
{
  item.unsigned_short(tags::segment_number, static_cast<std::uint16_t>(number));
  item.text(tags::segment_label, "LO", fitting_text(segment.label, 64));
  item.code(tags::segmented_property_category_code_sequence, segment.category);
  item.code(tags::segmented_property_type_code_sequence, segment.type);
  item.text(tags::segment_algorithm_type, "CS", segment.algorithm.type);
  if (segment.algorithm.type != "MANUAL") item.text(tags::segment_algorithm_name, "LO", fitting_text(segment.algorithm.name, 64));
  item.unsigned_shorts(tags::recommended_display_cielab_value, segment.color);
  item.text(tags::tracking_id, "UT", free_text(segment.tracking_id));
  item.text(tags::tracking_uid, "UI", segment.tracking_uid);
  if (!segment.site) return;
  auto& region = item.add_item(tags::anatomic_region_sequence);
  set_code(region, *segment.site);
  if (segment.laterality) region.code(tags::anatomic_region_modifier_sequence, *segment.laterality);
}

/// The first slice with tumour is 1, in every segment.
int position_index(const std::vector<SegmentFrame>& frames, int slice)
{
  int first = slice;
  for (const auto& frame : frames) first = std::min(first, frame.slice);
  return slice - first + 1;
}

void add_frame(const SegmentationObject& object, const SegmentFrame& frame, int position, DicomDataSet& groups)
{
  const auto& slice = object.stack->slices[static_cast<std::size_t>(frame.slice)];
  add_source_images(groups, {reference_to(slice)}, {"113076", "DCM", "Segmentation"});
  auto& content = groups.add_item(tags::frame_content_sequence);
  content.unsigned_longs(tags::dimension_index_values,
                         std::array{static_cast<std::uint32_t>(frame.segment), static_cast<std::uint32_t>(position)});
  add_plane_position(groups, slice);
  groups.add_item(tags::segment_identification_sequence)
      .unsigned_short(tags::referenced_segment_number, static_cast<std::uint16_t>(frame.segment));
}

void add_image_modules(const SegmentationObject& object, int frames, DicomDataSet& data)
{
  const auto& size = object.stack->geometry->size();
  data.text(tags::image_type, "CS", "DERIVED\\PRIMARY");
  data.text(tags::number_of_frames, "IS", std::to_string(frames));
  data.unsigned_short(tags::rows, static_cast<std::uint16_t>(size.j));
  data.unsigned_short(tags::columns, static_cast<std::uint16_t>(size.i));
  data.unsigned_short(tags::samples_per_pixel, 1);
  data.text(tags::photometric_interpretation, "CS", "MONOCHROME2");
  data.unsigned_short(tags::bits_allocated, 1);
  data.unsigned_short(tags::bits_stored, 1);
  data.unsigned_short(tags::high_bit, 0);
  data.unsigned_short(tags::pixel_representation, 0);
  data.text(tags::lossy_image_compression, "CS", "00");
  data.text(tags::segmentation_type, "CS", "BINARY");
  data.text(tags::content_label, "CS", object.content_label);
  data.text(tags::content_description, "LO", fitting_text(object.content_description, 64));
  data.text(tags::content_creator_name, "PN", person_name(object.creator));
}

void add_dimensions(DicomDataSet& data, const std::string& organization)
{
  data.add_item(tags::dimension_organization_sequence).text(tags::dimension_organization, "UI", organization);
  add_dimension(data, {organization, tags::referenced_segment_number, tags::segment_identification_sequence, "Segment"});
  add_dimension(data, {organization, tags::image_position, tags::plane_position_sequence, "Position"});
}

std::vector<ObjectReference> sources_of(const SegmentationObject& object, const std::vector<SegmentFrame>& frames)
{
  std::vector<ImageReference> images;
  for (const auto& frame : frames) images.push_back(reference_to(object.stack->slices[static_cast<std::size_t>(frame.slice)]));
  return objects_of(images);
}
}  // namespace

std::vector<SegmentFrame> frames_of(const SegmentationObject& object)
{
  const int slices = object.stack->geometry->size().k;
  std::vector<SegmentFrame> frames;
  for (std::size_t s = 0; s < object.segments.size(); ++s)
  {
    const int number = static_cast<int>(s) + 1;
    const auto before = frames.size();
    for (int k = 0; k < slices; ++k)
      if (has_voxels(object.segments[s].mask, k)) frames.push_back({number, k});
    if (frames.size() == before) frames.push_back({number, slices / 2});
  }
  return frames;
}

std::string segmentation_bytes(const SegmentationObject& object)
{
  NADIR_EXPECTS(object.stack && object.stack->geometry && !object.segments.empty());
  const auto frames = frames_of(object);
  DicomDataSet data;
  add_identity_modules(data, object.header, object.identity);
  add_frame_of_reference(data, object.stack->certificate.frame_of_reference);
  add_image_modules(object, static_cast<int>(frames.size()), data);
  add_dimensions(data, derived_uid({"dimensions", object.identity.sop_instance}));
  add_common_references(data, StudyUid{object.header.study_instance_uid}, sources_of(object, frames));
  for (std::size_t s = 0; s < object.segments.size(); ++s)
    add_segment(object.segments[s], static_cast<int>(s) + 1, data.add_item(tags::segment_sequence));
  auto& shared = data.add_item(tags::shared_functional_groups);
  add_stack_geometry(shared, *object.stack);
  for (const auto& frame : frames)
    add_frame(object, frame, position_index(frames, frame.slice), data.add_item(tags::per_frame_functional_groups));
  data.bytes(tags::pixel_data, "OB", packed_pixels(object, frames));
  return dicom_file_bytes(data);
}
}  // namespace nadir::report
