#include "report/transport/dicom_json.h"

#include <nlohmann/json.hpp>

namespace nadir::report
{
namespace
{
using Json = nlohmann::json;

constexpr int deepest = 24;
constexpr std::size_t longest = std::size_t{64} << 20;  // 20,000 matches are about 20 MB

Json parsed(std::string_view text)
{
  if (text.size() > longest) return Json(Json::value_t::discarded);
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; };
  return Json::parse(text.begin(), text.end(), shallow, false);
}

const Json* values_of(const Json& object, const char* tag)
{
  if (!object.is_object()) return nullptr;
  const auto attribute = object.find(tag);
  if (attribute == object.end() || !attribute->is_object()) return nullptr;
  const auto values = attribute->find("Value");
  return values != attribute->end() && values->is_array() ? &*values : nullptr;
}

std::string joined(const Json& values)
{
  std::string text;
  for (const auto& value : values)
  {
    if (!text.empty()) text += '\\';
    if (value.is_string()) text += value.get<std::string>();
    if (value.is_object() && value.contains("Alphabetic") && value["Alphabetic"].is_string())
      text += value["Alphabetic"].get<std::string>();
  }
  return text;
}

std::string text_of(const Json& object, const char* tag)
{
  const Json* values = values_of(object, tag);
  return values ? joined(*values) : "";
}

QueryMatch match_of(const Json& object)
{
  QueryMatch match;
  match.patient_id = text_of(object, "00100020");
  match.patient_name = text_of(object, "00100010");
  match.study_instance = text_of(object, "0020000D");
  match.study_date = text_of(object, "00080020");
  match.study_description = text_of(object, "00081030");
  match.series_instance = text_of(object, "0020000E");
  match.modality = text_of(object, "00080060");
  if (match.modality.empty()) match.modality = text_of(object, "00080061");
  match.series_description = text_of(object, "0008103E");
  match.sop_instance = text_of(object, "00080018");
  match.sop_class = text_of(object, "00080016");
  return match;
}

const Json* item_of(const Json& answer, const char* sequence, const std::string& sop_instance)
{
  const Json* items = values_of(answer, sequence);
  if (!items) return nullptr;
  for (const auto& item : *items)
    if (text_of(item, "00081155") == sop_instance) return &item;
  return nullptr;
}

std::string reason_of(const Json& item)
{
  const Json* reasons = values_of(item, "00081197");
  if (!reasons || reasons->empty() || !reasons->front().is_number_integer()) return "the service did not store it and gave no reason";
  return "the service did not store it, reason " + std::to_string(reasons->front().get<int>());
}
}  // namespace

std::optional<std::vector<QueryMatch>> matches_of(std::string_view json)
{
  const Json answer = parsed(json);
  if (!answer.is_array() || answer.size() > most_matches) return std::nullopt;
  std::vector<QueryMatch> matches;
  for (const auto& object : answer) matches.push_back(match_of(object));
  return matches;
}

Outcome stow_outcome(std::string_view json, const std::string& sop_instance)
{
  const Json answer = parsed(json);
  if (const Json* failed = item_of(answer, "00081198", sop_instance)) return {sop_instance, Delivery::Refused, reason_of(*failed)};
  if (item_of(answer, "00081199", sop_instance)) return {sop_instance, Delivery::Confirmed, "named as stored"};
  return {sop_instance, Delivery::Open, "the answer does not name the object"};
}
}  // namespace nadir::report
