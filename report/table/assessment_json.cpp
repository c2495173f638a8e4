#include "report/table/assessment_json.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "report/table/assessment_fields.h"
#include "report/table/json_text.h"

namespace nadir::report
{
namespace
{
/// The archive that writes, see assessment_fields.h.
class Writer
{
public:
  explicit Writer(JsonText& out) : out_(out) {}

  template <class Value> void field(std::string_view key, const Value& value)
  {
    out_.key(key);
    put(value);
  }

  template <class Value> void derived(std::string_view key, const Value& value) { field(key, value); }
  void derived(std::string_view key, const SopInstanceUid& uid) { text_or_null(key, uid.text()); }
  void derived(std::string_view key, const std::string& text) { text_or_null(key, text); }

  template <class Tag> void text_or_null(std::string_view key, const Id<Tag>& id) { text_or_null(key, id.text()); }
  void text_or_null(std::string_view key, const std::string& text)
  {
    out_.key(key);
    text.empty() ? out_.null() : out_.text(text);
  }

  template <class Value> void if_any(std::string_view key, const Value& value)
  {
    if (!value.empty()) field(key, value);
  }

  template <class Value> void if_any(std::string_view key, const std::optional<Value>& value)
  {
    if (value) field(key, *value);
  }

  template <class Fields> void group(std::string_view key, Fields&& write_fields)
  {
    out_.key(key);
    out_.begin_object();
    write_fields(*this);
    out_.end_object();
  }

  void pairs(std::string_view key, std::string_view first, std::string_view second,
             const std::vector<std::pair<std::string, std::string>>& values)
  {
    out_.key(key);
    out_.begin_array();
    for (const auto& [name, value] : values)
    {
      out_.begin_object();
      field(first, name);
      field(second, value);
      out_.end_object();
    }
    out_.end_array();
  }

private:
  void put(const std::string& text) { out_.text(text); }
  void put(bool value) { out_.boolean(value); }
  void put(int value) { out_.integer(value); }
  void put(double value) { out_.number(value); }
  void put(Millimeters length) { out_.number(length.value()); }
  void put(Milliliters volume) { out_.number(volume.value()); }
  void put(const PatientPoint& point) { out_.point(point); }
  void put(measure::LesionRole role) { out_.text(name_of(role)); }
  void put(measure::ComparabilitySeverity severity) { out_.text(name_of(severity)); }

  void put(const std::map<std::string, Milliliters>& estimates)
  {
    out_.begin_object();
    for (const char* name : {"voxels", "surface", "contours"})
    {
      const auto found = estimates.find(name);
      field(name, found == estimates.end() ? std::nullopt : std::optional(found->second));
    }
    out_.end_object();
  }

  template <class Tag> void put(const Id<Tag>& id) { out_.text(id.text()); }

  template <class Value> void put(const std::optional<Value>& value) { value ? put(*value) : out_.null(); }

  template <class Value> void put(const std::vector<Value>& values)
  {
    out_.begin_array();
    for (const Value& value : values) put(value);
    out_.end_array();
  }

  template <class Record>
  requires requires(Writer& writer, const Record& record) { detail::fields(writer, record); }
  void put(const Record& record)
  {
    out_.begin_object();
    detail::fields(*this, record);
    out_.end_object();
  }

  JsonText& out_;
};

template <class Has> bool has_lesion(const measure::Assessment& assessment, Has has)
{
  for (const auto& timepoint : assessment.timepoints)
    if (std::any_of(timepoint.lesions.begin(), timepoint.lesions.end(), has)) return true;
  return false;
}

/// 1.1 added what became of split and merged lesions, 1.2 what the objects that a lesion was imported from call it, 1.3 thresholds that a
/// reader set; a document without them is one of 1.0.
std::string version_of(const measure::Assessment& assessment)
{
  using measure::LesionAssessment;
  if (has_lesion(assessment, [](const LesionAssessment& lesion) { return lesion.tissue && lesion.tissue->threshold_by_reader; }))
    return "1.3.0";
  if (has_lesion(assessment, [](const LesionAssessment& lesion) { return !lesion.lesion.tracking.empty(); })) return "1.2.0";
  if (has_lesion(assessment, [](const LesionAssessment& lesion) { return !lesion.fragments.empty() || !lesion.merged_into.empty(); }))
    return "1.1.0";
  return "1.0.0";
}

void write_head(Writer& writer, const measure::Assessment& assessment)
{
  writer.field("schema", std::string("nadir.assessment/1"));
  writer.field("schema_version", version_of(assessment));
  writer.group("units",
               [](Writer& units)
               {
                 units.field("length", std::string("mm"));
                 units.field("volume", std::string("mL"));
                 units.field("coordinates", std::string("DICOM patient LPS, mm"));
               });
}
}  // namespace

std::string to_json(const measure::Assessment& assessment)
{
  JsonText out;
  Writer writer(out);
  out.begin_object();
  write_head(writer, assessment);
  detail::fields(writer, assessment);
  out.end_object();
  return std::move(out).finish();
}
}  // namespace nadir::report
