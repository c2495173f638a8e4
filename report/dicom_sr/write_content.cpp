#include "report/dicom_sr/write_content.h"

#include <array>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/object_tags.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

void write_container(const ContentItem& item, DicomDataSet& out)
{
  out.text(tags::continuity_of_content, "CS", "SEPARATE");
  if (item.template_id.empty()) return;
  out.sequence(tags::content_template_sequence);
  auto& used = out.add_item(tags::content_template_sequence);
  used.text(tags::mapping_resource, "CS", "DCMR");
  used.text(tags::template_identifier, "CS", item.template_id);
}

void write_number(const ContentItem& item, DicomDataSet& out)
{
  out.sequence(tags::measured_value_sequence);
  if (!item.number) return;
  auto& measured = out.add_item(tags::measured_value_sequence);
  const auto decimal = decimal_string(item.number->value);
  measured.text(tags::numeric_value, "DS", decimal);
  // What 16 characters cannot hold stands beside them in full.
  if (parse_number(decimal) != item.number->value) measured.doubles(tags::floating_point_value, std::array{item.number->value});
  measured.code(tags::measurement_units_code_sequence, item.number->unit);
}

void write_graphic(const ContentItem& item, DicomDataSet& out)
{
  out.text(tags::graphic_type, "CS", item.graphic_type);
  std::vector<float> coordinates;
  for (const double value : item.graphic) coordinates.push_back(static_cast<float>(value));
  out.floats(tags::graphic_data, coordinates);
  if (item.value_type == "SCOORD3D") out.text(tags::referenced_frame_of_reference_uid, "UI", item.frame_of_reference.text());
}

void write_image(const ContentItem& item, DicomDataSet& out)
{
  out.sequence(tags::referenced_sop_sequence);
  auto& reference = out.add_item(tags::referenced_sop_sequence);
  set_reference(reference, item.image);
  if (item.segment > 0) reference.unsigned_short(tags::referenced_segment_number, static_cast<std::uint16_t>(item.segment));
}

void write_value(const ContentItem& item, DicomDataSet& out)
{
  const auto& type = item.value_type;
  if (type == "CONTAINER") return write_container(item, out);
  if (type == "CODE") return out.code(tags::concept_code_sequence, item.code);
  if (type == "TEXT") return out.text(tags::text_value, "UT", free_text(item.text));
  if (type == "UIDREF") return out.text(tags::sr_uid, "UI", item.text);
  if (type == "PNAME") return out.text(tags::sr_person_name, "PN", person_name(item.text));
  if (type == "DATE") return out.text(tags::sr_date, "DA", item.text);
  if (type == "NUM") return write_number(item, out);
  if (type == "SCOORD" || type == "SCOORD3D") return write_graphic(item, out);
  NADIR_EXPECTS(type == "IMAGE");
  write_image(item, out);
}
}  // namespace

void write_content(const ContentItem& root, DicomDataSet& document)
{
  if (!root.relationship.empty()) document.text(tags::relationship_type, "CS", root.relationship);
  document.text(tags::value_type, "CS", root.value_type);
  if (!root.name.value.empty()) document.code(tags::concept_name_code_sequence, root.name);
  write_value(root, document);
  for (const auto& child : root.children) write_content(child, document.add_item(tags::content_sequence));
}
}  // namespace nadir::report
