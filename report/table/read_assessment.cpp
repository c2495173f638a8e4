#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "report/table/assessment_fields.h"
#include "report/table/assessment_json.h"

namespace nadir::report
{
namespace
{
using Json = nlohmann::json;

constexpr std::size_t most_bytes = 64u << 20;
constexpr int deepest = 16;  // timepoints > lesions > evidence > caliper > end point is 8

const Json& member(const Json& object, std::string_view key)
{
  static const Json null;
  if (!object.is_object()) return null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

/// The archive that reads, see assessment_fields.h. Anything that does not fit is left at its default: from_json notices it when
/// it compares what was read with the text.
class Reader
{
public:
  explicit Reader(const Json& object) : object_(object) {}

  template <class Value> void field(std::string_view key, Value& value) { get(member(object_, key), value); }

  template <class Text> void text_or_null(std::string_view key, Text& text) { field(key, text); }

  template <class Value> void if_any(std::string_view key, Value& value) { field(key, value); }

  template <class Value> void derived(std::string_view, const Value&) {}

  template <class Fields> void group(std::string_view key, Fields&& read_fields)
  {
    Reader inner(member(object_, key));
    read_fields(inner);
  }

  void pairs(std::string_view key, std::string_view first, std::string_view second,
             std::vector<std::pair<std::string, std::string>>& values)
  {
    const Json& node = member(object_, key);
    if (!node.is_array()) return;
    for (const Json& item : node)
    {
      auto& [name, value] = values.emplace_back();
      get(member(item, first), name);
      get(member(item, second), value);
    }
  }

private:
  static void get(const Json& node, std::string& text)
  {
    if (node.is_string()) text = node.get_ref<const std::string&>();
  }
  static void get(const Json& node, bool& value)
  {
    if (node.is_boolean()) value = node.get<bool>();
  }
  static void get(const Json& node, int& value)
  {
    if (node.is_number_integer() && node >= std::numeric_limits<int>::min() && node <= std::numeric_limits<int>::max())
      value = node.get<int>();
  }
  static void get(const Json& node, double& value) { value = node.is_number() ? node.get<double>() : std::nan(""); }
  static void get(const Json& node, Millimeters& length) { length = Millimeters{number(node)}; }
  static void get(const Json& node, Milliliters& volume) { volume = Milliliters{number(node)}; }

  static double number(const Json& node)
  {
    double value = 0.0;
    get(node, value);
    return value;
  }

  static void get(const Json& node, PatientPoint& point)
  {
    if (node.is_array() && node.size() == 3) point = {number(node[0]), number(node[1]), number(node[2])};
  }

  static void get(const Json& node, measure::LesionRole& role)
  {
    using enum measure::LesionRole;
    for (const auto candidate : {Target, NonTarget, New})
    {
      if (node == name_of(candidate)) role = candidate;
    }
  }

  static void get(const Json& node, measure::ComparabilitySeverity& severity)
  {
    using enum measure::ComparabilitySeverity;
    for (const auto candidate : {Same, Note, Caution, Stop})
    {
      if (node == name_of(candidate)) severity = candidate;
    }
  }

  static void get(const Json& node, std::map<std::string, Milliliters>& estimates)
  {
    if (!node.is_object()) return;
    for (const auto& [name, value] : node.items())
    {
      if (value.is_number()) estimates[name] = Milliliters{value.get<double>()};
    }
  }

  template <class Tag> static void get(const Json& node, Id<Tag>& id)
  {
    std::string text;
    get(node, text);
    id = Id<Tag>(text);
  }

  template <class Value> static void get(const Json& node, std::optional<Value>& value)
  {
    if (!node.is_null()) get(node, value.emplace());
  }

  template <class Value> static void get(const Json& node, std::vector<Value>& values)
  {
    if (!node.is_array()) return;
    for (const Json& item : node) get(item, values.emplace_back());
  }

  template <class Record>
  requires requires(Reader& reader, Record& record) { detail::fields(reader, record); }
  static void get(const Json& node, Record& record)
  {
    Reader reader(node);
    detail::fields(reader, record);
  }

  const Json& object_;
};

/// Depth of the deepest object or array, before any parser sees the text.
int depth_of(std::string_view text)
{
  int depth = 0, greatest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at)
  {
    const char c = text[at];
    if (in_string && c == '\\') ++at;
    else if (c == '"') in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{')) greatest = std::max(greatest, ++depth);
    else if (!in_string && (c == ']' || c == '}')) --depth;
  }
  return greatest;
}

/// Notices a key that one object has twice, which the parser would pass over.
class DoubleKeys
{
public:
  bool operator()(int, Json::parse_event_t event, Json& node)
  {
    if (event == Json::parse_event_t::object_start) open_.emplace_back();
    if (event == Json::parse_event_t::object_end) open_.pop_back();
    if (event == Json::parse_event_t::key && !open_.back().insert(node.get<std::string>()).second) found_ = true;
    return true;
  }
  bool found() const { return found_; }

private:
  std::vector<std::set<std::string>> open_;
  bool found_ = false;
};

Result<Json> parse(std::string_view text)
{
  DoubleKeys double_keys;
  Json document;
  try
  {
    document = Json::parse(text, std::ref(double_keys));
  }
  catch (const Json::exception&)
  {
    return Failure(DocumentError::NotJson, "the text is no JSON (nothing can be read from it). Use assessment.json as it was written.");
  }
  if (double_keys.found())
    return Failure(DocumentError::NotJson, "a key stands twice in one object (which of them counts is open). Remove one.");
  return document;
}

std::optional<Failure> refusal_before_parsing(std::string_view text)
{
  if (text.size() > most_bytes)
    return Failure(DocumentError::TooLarge,
                   "the text has more than 64 MiB (no assessment is that long). Check that this is assessment.json.");
  if (depth_of(text) > deepest)
    return Failure(DocumentError::TooDeep,
                   "the text is nested deeper than 16 levels (no assessment is). Check that this is assessment.json.");
  return std::nullopt;
}

Failure not_as_written(const Json& given, const Json& rewritten)
{
  const Json differences = Json::diff(given, rewritten);
  const std::string place = differences.empty() ? "/" : differences.front().at("path").get<std::string>();
  return Failure(DocumentError::NotAsWritten, "'" + place +
                                                  "' is missing, unknown, of the wrong kind or contradicts another key (the assessment " +
                                                  "would not be the one that was written). Write the document again with nadir assess.");
}
/// Exports in DICOM and FHIR would not be valid with another one.
std::optional<Failure> identifier_problem(const measure::Assessment& assessment)
{
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& lesion : timepoint.lesions)
      if (const auto& uid = lesion.lesion.tracking.uid; !uid.empty() && !measure::is_unique_identifier(uid))
        return Failure(DocumentError::NotAsWritten,
                       "the tracking_uid of lesion " + lesion.lesion.id.text() +
                           " is no DICOM UID (no receiver would find the lesion again). Write the document again with nadir assess.");
  return std::nullopt;
}
}  // namespace

std::string_view error_code(DocumentError error)
{
  switch (error)
  {
  case DocumentError::TooLarge: return "document.too-large";
  case DocumentError::TooDeep: return "document.too-deep";
  case DocumentError::NotJson: return "document.not-json";
  case DocumentError::OtherSchema: return "document.other-schema";
  case DocumentError::NotAsWritten: return "document.not-as-written";
  }
  return "document.unknown";
}

Result<measure::Assessment> from_json(std::string_view text)
{
  if (const auto refusal = refusal_before_parsing(text)) return *refusal;
  const auto document = parse(text);
  if (!document) return document.failure();
  if (member(*document, "schema") != "nadir.assessment/1")
    return Failure(DocumentError::OtherSchema,
                   "the document is no 'nadir.assessment/1' (its keys may mean something else). Give an assessment.json of this version.");
  measure::Assessment assessment;
  Reader reader(*document);
  detail::fields(reader, assessment);
  if (const auto problem = identifier_problem(assessment)) return *problem;
  const Json rewritten = Json::parse(to_json(assessment));
  if (rewritten != *document) return not_as_written(*document, rewritten);
  return assessment;
}
}  // namespace nadir::report
