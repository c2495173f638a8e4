#include "report/dicom_sr/read_content.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/dicom/display_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_sr/retired_codes.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

Failure malformed(const std::string& what)
{
  return {SrError::Malformed, "the report has " + what + " (its measurements cannot be relied on). Ask for the report again."};
}

/// Reads the items of one document, whose character set is that of its root.
class ContentReader
{
public:
  explicit ContentReader(std::vector<std::string> character_set) : character_set_(std::move(character_set)) {}

  Result<ContentItem> read(const DataSet& data) const
  {
    ContentItem item;
    item.relationship = data.text(tags::relationship_type);
    item.value_type = data.text(tags::value_type);
    item.name = first_code(data, tags::concept_name_code_sequence);
    if (const auto value = read_value(data, item); !value) return value.failure();
    for (const auto& child : data.items(tags::content_sequence))
    {
      if (!has_a_place(child.text(tags::value_type))) continue;
      auto read_child = read(child);
      if (!read_child) return read_child;
      item.children.push_back(std::move(*read_child));
    }
    return item;
  }

private:
  /// Items by reference have no value type.
  static bool has_a_place(const std::string& type)
  {
    constexpr std::array types{"CONTAINER", "CODE",     "TEXT",  "NUM",       "UIDREF", "PNAME",   "DATE",
                               "TIME",      "DATETIME", "IMAGE", "COMPOSITE", "SCOORD", "SCOORD3D"};
    return std::find(types.begin(), types.end(), type) != types.end();
  }

  std::string text_in(const DataSet& data, Tag tag) const { return imaging::utf8_text(data.text(tag), character_set_); }

  CodedConcept first_code(const DataSet& data, Tag sequence) const
  {
    const auto items = data.items(sequence);
    if (items.empty()) return {};
    auto value = text_in(items.front(), tags::code_value);
    if (value.empty()) value = text_in(items.front(), tags::long_code_value);
    return current_code({value, text_in(items.front(), tags::coding_scheme_designator), text_in(items.front(), tags::code_meaning)});
  }

  Result<Done> read_value(const DataSet& data, ContentItem& item) const
  {
    const auto& type = item.value_type;
    if (type == "CODE") item.code = first_code(data, tags::concept_code_sequence);
    if (type == "TEXT") item.text = free_text_in(data);
    if (type == "UIDREF") item.text = data.text(tags::sr_uid);
    if (type == "PNAME") item.text = text_in(data, tags::sr_person_name);
    if (type == "DATE") item.text = data.text(tags::sr_date);
    if (type == "CONTAINER") item.template_id = template_in(data);
    if (type == "NUM") return read_number(data, item);
    if (type == "SCOORD" || type == "SCOORD3D") return read_graphic(data, item);
    if (type == "IMAGE" || type == "COMPOSITE") return read_image(data, item);
    return Done{};
  }

  /// UT keeps its line ends and backslashes; utf8_text would drop the former, so lines are taken one by one.
  std::string free_text_in(const DataSet& data) const
  {
    const auto raw = data.bytes(tags::text_value);
    const std::string bytes(reinterpret_cast<const char*>(raw.data()), raw.size());
    std::string text;
    std::size_t start = 0;
    while (start <= bytes.size())
    {
      const auto end = std::min(bytes.find_first_of("\r\n", start), bytes.size());
      text += imaging::utf8_text(bytes.substr(start, end - start), character_set_);
      if (end < bytes.size()) text += bytes[end];
      start = end + 1;
    }
    return text;
  }

  static std::string template_in(const DataSet& data)
  {
    const auto templates = data.items(tags::content_template_sequence);
    return templates.empty() ? std::string() : templates.front().text(tags::template_identifier);
  }

  Result<Done> read_number(const DataSet& data, ContentItem& item) const
  {
    const auto measured = data.items(tags::measured_value_sequence);
    if (measured.empty()) return Done{};
    auto values = measured.front().numbers(tags::floating_point_value, NumberVr::FD);
    if (!values || values->empty()) values = measured.front().numbers(tags::numeric_value, NumberVr::DS);
    if (!values || values->size() != 1 || !std::isfinite(values->front())) return malformed("a measured value that is no number");
    item.number = CodedNumber{values->front(), first_code(measured.front(), tags::measurement_units_code_sequence)};
    return Done{};
  }

  static Result<Done> read_graphic(const DataSet& data, ContentItem& item)
  {
    item.graphic_type = data.text(tags::graphic_type);
    item.frame_of_reference = FrameOfReferenceUid{data.text(tags::referenced_frame_of_reference_uid)};
    auto values = data.numbers(tags::graphic_data, NumberVr::FL);
    const std::size_t dimensions = item.value_type == "SCOORD" ? 2 : 3;
    if (!values || values->empty() || values->size() % dimensions != 0) return malformed("coordinates that are no points");
    for (const double value : *values)
      if (!std::isfinite(value)) return malformed("coordinates that are no numbers");
    item.graphic = std::move(*values);
    return Done{};
  }

  static Result<Done> read_image(const DataSet& data, ContentItem& item)
  {
    const auto references = data.items(tags::referenced_sop_sequence);
    if (references.size() != 1) return malformed("a reference to no object");
    item.image.object.sop_class = references.front().text(tags::referenced_sop_class);
    item.image.object.sop_instance = SopInstanceUid{references.front().text(tags::referenced_sop_instance)};
    const auto frames = references.front().numbers(tags::referenced_frame_number, NumberVr::IS);
    const auto segments = references.front().numbers(tags::referenced_segment_number, NumberVr::US);
    if (!frames || !segments) return malformed("a reference to a frame or segment that is no number");
    if (frames->size() == 1) item.image.frame = static_cast<int>(frames->front());
    if (segments->size() == 1) item.segment = static_cast<int>(segments->front());
    return Done{};
  }

  std::vector<std::string> character_set_;
};
}  // namespace

std::string_view error_code(SrError error)
{
  switch (error)
  {
  case SrError::NotAReport: return "sr.not-a-report";
  case SrError::Malformed: return "sr.malformed";
  case SrError::OtherTemplate: return "sr.other-template";
  }
  return "sr.unknown";
}

Result<ContentItem> read_content(const DataSet& document)
{
  if (document.text(tags::value_type) != "CONTAINER")
    return Failure{SrError::NotAReport, "the file is no structured report (there are no measurements in it). Choose another file."};
  return ContentReader(document.texts(tags::specific_character_set)).read(document);
}
}  // namespace nadir::report
