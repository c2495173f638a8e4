#include "report/dicom_map/parametric_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "imaging/result/expects.h"
#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/stack_modules.h"
#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

constexpr std::string_view image_type = "DERIVED\\PRIMARY\\VOLUME\\DIFFUSION";

float written_value(float value) { return std::isfinite(value) ? value : 0.0F; }

void append_float(std::string& bytes, float value)
{
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(static_cast<unsigned char>(bits >> shift));
}

std::string pixel_bytes(const ParametricMap& map)
{
  const auto& size = map.stack->geometry->size();
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j) * static_cast<std::size_t>(size.k) * 4);
  for (int k = 0; k < size.k; ++k)
    for (const float value : map.volume->slice(k)) append_float(bytes, written_value(value));
  return bytes;
}

struct ValueRange
{
  double lowest = 0.0;
  double highest = 0.0;
};

ValueRange range_of(const ParametricMap& map)
{
  ValueRange range;
  for (int k = 0; k < map.stack->geometry->size().k; ++k)
    for (const float value : map.volume->slice(k))
    {
      range.lowest = std::min(range.lowest, static_cast<double>(written_value(value)));
      range.highest = std::max(range.highest, static_cast<double>(written_value(value)));
    }
  return range;
}

void add_image_modules(const ParametricMap& map, DicomDataSet& data)
{
  const auto& size = map.stack->geometry->size();
  data.text(tags::image_type, "CS", image_type);
  data.text(tags::number_of_frames, "IS", std::to_string(size.k));
  data.unsigned_short(tags::rows, static_cast<std::uint16_t>(size.j));
  data.unsigned_short(tags::columns, static_cast<std::uint16_t>(size.i));
  data.unsigned_short(tags::samples_per_pixel, 1);
  data.unsigned_short(tags::bits_allocated, 32);
  data.text(tags::photometric_interpretation, "CS", "MONOCHROME2");
  data.text(tags::presentation_lut_shape, "CS", "IDENTITY");
  data.sequence(tags::acquisition_context_sequence);
  data.text(tags::content_label, "CS", map.label);
  data.text(tags::content_description, "LO", fitting_text(map.quantity.meaning, 64));
  data.text(tags::content_creator_name, "PN", "");
  data.text(tags::burned_in_annotation, "CS", "NO");
  data.text(tags::lossy_image_compression, "CS", "00");
  data.text(tags::recognizable_visual_features, "CS", "NO");
  data.text(tags::content_qualification, "CS", "RESEARCH");
}

void add_value_mapping(const ParametricMap& map, DicomDataSet& groups)
{
  const auto range = range_of(map);
  auto& mapping = groups.add_item(tags::real_world_value_mapping_sequence);
  mapping.text(tags::lut_explanation, "LO", fitting_text(map.quantity.meaning, 64));
  mapping.text(tags::lut_label, "SH", map.label);
  mapping.doubles(tags::double_float_first_value_mapped, std::array{range.lowest});
  mapping.doubles(tags::double_float_last_value_mapped, std::array{range.highest});
  mapping.doubles(tags::real_world_value_intercept, std::array{0.0});
  mapping.doubles(tags::real_world_value_slope, std::array{1.0});
  mapping.code(tags::measurement_units_code_sequence, map.unit);
  auto& definition = mapping.add_item(tags::quantity_definition_sequence);
  definition.text(tags::value_type, "CS", "CODE");
  definition.code(tags::concept_name_code_sequence, {"246205007", "SCT", "Quantity"});
  definition.code(tags::concept_code_sequence, map.quantity);
}

void add_shared_groups(const ParametricMap& map, DicomDataSet& shared)
{
  add_stack_geometry(shared, *map.stack);
  shared.add_item(tags::parametric_map_frame_type_sequence).text(tags::frame_type, "CS", image_type);
  auto& anatomy = shared.add_item(tags::frame_anatomy_sequence);
  anatomy.code(tags::anatomic_region_sequence, map.region);
  anatomy.text(tags::frame_laterality, "CS", "U");
  auto& transformation = shared.add_item(tags::pixel_value_transformation_sequence);
  transformation.text(tags::rescale_intercept, "DS", "0");
  transformation.text(tags::rescale_slope, "DS", "1");
  transformation.text(tags::rescale_type, "LO", "US");
  add_value_mapping(map, shared);
}

std::vector<ImageReference> sources_of(const ParametricMap& map, std::size_t k)
{
  std::vector<ImageReference> images;
  for (const auto* stack : map.sources)
    if (k < stack->slices.size()) images.push_back(reference_to(stack->slices[k]));
  return images;
}

void add_frame(const ParametricMap& map, std::size_t k, DicomDataSet& groups)
{
  add_source_images(groups, sources_of(map, k), map.derivation);
  groups.add_item(tags::frame_content_sequence).unsigned_longs(tags::dimension_index_values, std::array{static_cast<std::uint32_t>(k + 1)});
  add_plane_position(groups, map.stack->slices[k]);
}

std::vector<ObjectReference> all_sources(const ParametricMap& map)
{
  std::vector<ImageReference> images;
  for (std::size_t k = 0; k < map.stack->slices.size(); ++k)
  {
    const auto of_slice = sources_of(map, k);
    images.insert(images.end(), of_slice.begin(), of_slice.end());
  }
  return objects_of(images);
}
}  // namespace

std::string parametric_map_bytes(const ParametricMap& map)
{
  NADIR_EXPECTS(map.stack && map.stack->geometry && map.volume);
  NADIR_EXPECTS(map.volume->geometry().size().k == static_cast<int>(map.stack->slices.size()));
  DicomDataSet data;
  add_identity_modules(data, map.header, map.identity);
  add_frame_of_reference(data, map.stack->certificate.frame_of_reference);
  add_image_modules(map, data);
  const auto organization = derived_uid({"dimensions", map.identity.sop_instance});
  data.add_item(tags::dimension_organization_sequence).text(tags::dimension_organization, "UI", organization);
  add_dimension(data, {organization, tags::image_position, tags::plane_position_sequence, "Position"});
  add_common_references(data, StudyUid{map.header.study_instance_uid}, all_sources(map));
  add_shared_groups(map, data.add_item(tags::shared_functional_groups));
  for (std::size_t k = 0; k < map.stack->slices.size(); ++k) add_frame(map, k, data.add_item(tags::per_frame_functional_groups));
  data.bytes(tags::float_pixel_data, "OF", pixel_bytes(map));
  return dicom_file_bytes(data);
}
}  // namespace nadir::report
