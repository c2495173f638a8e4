#include "measure/assessment/case_file.h"

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "measure/assessment/check_case.h"
#include "measure/lesion/node_words.h"
#include "segmentation/tissue/necrosis_threshold.h"

namespace nadir::measure
{
namespace
{
using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t largest_case_file = 16u << 20;

/// Says what is wrong and where; caught at the door of read_case_file.
class CaseProblem : public std::runtime_error
{
public:
  CaseProblem(const std::string& place, const std::string& problem) : std::runtime_error(place + ": " + problem) {}
};

const json& member(const json& object, const std::string& key, const std::string& place)
{
  const auto found = object.find(key);
  if (found == object.end()) throw CaseProblem(place, "the key \"" + key + "\" is missing");
  return *found;
}

void expect_object(const json& value, const std::string& place)
{
  if (!value.is_object()) throw CaseProblem(place, "must be an object {...}");
}

const json& array_at(const json& object, const std::string& key, const std::string& place)
{
  const auto& value = member(object, key, place);
  if (!value.is_array() || value.empty()) throw CaseProblem(place + "/" + key, "must be a list with at least one entry");
  return value;
}

std::string text_of(const json& value, const std::string& place)
{
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) throw CaseProblem(place, "must be a text that is not empty");
  return value.get<std::string>();
}

std::string text_at(const json& object, const std::string& key, const std::string& place)
{
  return text_of(member(object, key, place), place + "/" + key);
}

void expect_only(const json& object, std::initializer_list<std::string_view> keys, const std::string& place)
{
  for (const auto& [key, value] : object.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      throw CaseProblem(place, "the key \"" + key + "\" is not known. Remove it or correct its spelling.");
}

double coordinate(const json& value, const std::string& place)
{
  if (!value.is_number()) throw CaseProblem(place, "must be a number in mm");
  const double number = value.get<double>();
  if (!std::isfinite(number) || std::abs(number) > 1e5) throw CaseProblem(place, "is no place in a patient");
  return number;
}

PatientPoint point_of(const json& value, const std::string& place)
{
  if (!value.is_array() || value.size() != 3) throw CaseProblem(place, "must be a point [x, y, z] in patient mm (LPS)");
  return {coordinate(value[0], place), coordinate(value[1], place), coordinate(value[2], place)};
}

LinePrompt line_of(const json& value, const std::string& place)
{
  if (!value.is_array() || value.size() != 2) throw CaseProblem(place, "must be two points [[x,y,z],[x,y,z]]");
  const LinePrompt line{point_of(value[0], place + "/0"), point_of(value[1], place + "/1")};
  if (line.from == line.to) throw CaseProblem(place, "has length zero. Write {\"absent\": true} if the lesion is gone.");
  return line;
}

CaliperPrompt drawn_caliper(const json& value, const std::string& place)
{
  CaliperPrompt prompt{line_of(value["caliper"], place + "/caliper"), std::nullopt};
  if (value.contains("short_axis")) prompt.short_axis = line_of(value["short_axis"], place + "/short_axis");
  return prompt;
}

StatedThreshold threshold_of(const json& value, const std::string& place)
{
  expect_object(value, place);
  expect_only(value, {"quantity", "value"}, place);
  StatedThreshold threshold{text_at(value, "quantity", place), 0.0};
  if (!segmentation::threshold_quantity(threshold.quantity))
    throw CaseProblem(place + "/quantity", "must be \"enhancement\", \"post-contrast\", \"ADC\" or \"T2\"");
  const auto& number = member(value, "value", place);
  if (!number.is_number() || !std::isfinite(number.get<double>()))
    throw CaseProblem(place + "/value", "must be a number in the unit of the quantity");
  threshold.value = number.get<double>();
  return threshold;
}

Prompt mask_prompt(const json& value, const std::string& place)
{
  expect_only(value, {"mask", "label", "caliper", "short_axis", "necrosis_threshold"}, place);
  MaskPrompt prompt{text_at(value, "mask", place), std::nullopt};
  if (value.contains("caliper")) prompt.drawn = drawn_caliper(value, place);
  else if (value.contains("short_axis")) throw CaseProblem(place + "/short_axis", "needs \"caliper\", the longest diameter");
  if (value.contains("necrosis_threshold"))
    prompt.necrosis_threshold = threshold_of(value["necrosis_threshold"], place + "/necrosis_threshold");
  if (!value.contains("label")) return prompt;
  const auto& label = value["label"];
  if (!label.is_number_integer() || label.get<std::int64_t>() < 1 || label.get<std::int64_t>() > 65535)
    throw CaseProblem(place + "/label", "must be a whole number from 1 to 65535");
  prompt.label = label.get<int>();
  return prompt;
}

Prompt caliper_prompt(const json& value, const std::string& place)
{
  expect_only(value, {"caliper", "short_axis"}, place);
  return drawn_caliper(value, place);
}

Prompt drawn_prompt(const json& value, const std::string& place)
{
  expect_only(value, {"line", "short_axis", "extent", "point", "scribbles"}, place);
  const auto line_at = [&](const char* key)
  { return value.contains(key) ? std::optional(line_of(value[key], place + "/" + key)) : std::nullopt; };
  DrawnPrompt prompt{line_at("line"), line_at("short_axis"), line_at("extent"), std::nullopt, {}};
  if (value.contains("point")) prompt.point = point_of(value["point"], place + "/point");
  if (value.contains("scribbles")) prompt.scribbles = text_at(value, "scribbles", place);
  if (prompt.short_axis && !prompt.longest) throw CaseProblem(place + "/short_axis", "needs \"line\", the longest diameter");
  if (prompt.longest && prompt.point) throw CaseProblem(place, "holds both \"line\" and \"point\". Keep the one that is meant.");
  return prompt;
}

Prompt absent_prompt(const json& value, const std::string& place)
{
  expect_only(value, {"absent"}, place);
  if (value["absent"] != true) throw CaseProblem(place + "/absent", "must be true. Leave the prompt out if the lesion was not assessed.");
  return StatePrompt{"ABSENT", ""};
}

constexpr std::array known_states{"ABSENT",    "TOO_SMALL",   "NOT_EVALUABLE", "NOT_DONE",   "PRESENT", "UNEQUIVOCAL_PROGRESSION",
                                  "EQUIVOCAL", "UNEQUIVOCAL", "SPLIT",         "MERGED_INTO"};

std::vector<Millimeters> fragments_of(const json& value, const std::string& place)
{
  if (!value.is_array() || value.empty()) throw CaseProblem(place, "must be the lengths of the parts, [12.5, 8] for example, in mm");
  std::vector<Millimeters> fragments;
  for (const auto& entry : value)
  {
    if (!entry.is_number() || !(entry.get<double>() >= 0.0)) throw CaseProblem(place, "must hold lengths in mm, 0 or more");
    fragments.emplace_back(entry.get<double>());
  }
  return fragments;
}

/// What a split or merged target needs besides the word (rule T4).
void add_lineage(const json& value, const std::string& place, StatePrompt& prompt)
{
  const bool is_split = prompt.state == "SPLIT", is_merged = prompt.state == "MERGED_INTO";
  if (is_split != value.contains("fragments"))
    throw CaseProblem(place, "\"fragments\" and the state SPLIT go together. Give both or none.");
  if (is_merged != value.contains("merged_into"))
    throw CaseProblem(place, "\"merged_into\" and the state MERGED_INTO go together. Give both or none.");
  if (is_split) prompt.fragments = fragments_of(value["fragments"], place + "/fragments");
  if (is_merged) prompt.merged_into = LesionId{text_at(value, "merged_into", place)};
}

Prompt state_prompt(const json& value, const std::string& place)
{
  expect_only(value, {"state", "reason", "fragments", "merged_into"}, place);
  StatePrompt prompt{text_at(value, "state", place), ""};
  if (std::find(known_states.begin(), known_states.end(), prompt.state) == known_states.end())
    throw CaseProblem(place + "/state", "is not one of ABSENT, TOO_SMALL, NOT_EVALUABLE, NOT_DONE, PRESENT, UNEQUIVOCAL_PROGRESSION, "
                                        "EQUIVOCAL, UNEQUIVOCAL, SPLIT, MERGED_INTO");
  if (value.contains("reason")) prompt.reason = text_at(value, "reason", place);
  const bool needs_reason = prompt.state == "UNEQUIVOCAL_PROGRESSION" || prompt.state == "NOT_EVALUABLE";
  if (needs_reason && prompt.reason.empty()) throw CaseProblem(place, "the state " + prompt.state + " needs a \"reason\" in words");
  add_lineage(value, place, prompt);
  return prompt;
}

Prompt prompt_of(const json& value, const std::string& place)
{
  expect_object(value, place);
  if (value.contains("mask")) return mask_prompt(value, place);
  if (value.contains("caliper")) return caliper_prompt(value, place);
  for (const char* key : {"line", "point", "scribbles"})
    if (value.contains(key)) return drawn_prompt(value, place);
  if (value.contains("absent")) return absent_prompt(value, place);
  if (value.contains("state")) return state_prompt(value, place);
  throw CaseProblem(place, "must hold one of \"mask\", \"caliper\", \"line\", \"point\", \"scribbles\", \"absent\" or \"state\"");
}

LesionRole role_of(const json& lesion, const std::string& place)
{
  const auto text = text_at(lesion, "role", place);
  for (const auto role : {LesionRole::Target, LesionRole::NonTarget, LesionRole::New})
    if (text == name_of(role)) return role;
  throw CaseProblem(place + "/role", "must be \"target\", \"non-target\" or \"new\"");
}

bool flag_at(const json& object, const std::string& key, const std::string& place)
{
  if (!object.contains(key)) return false;
  if (!object[key].is_boolean()) throw CaseProblem(place + "/" + key, "must be true or false");
  return object[key].get<bool>();
}

std::vector<CaseTimepoint> timepoints_of(const json& document)
{
  std::vector<CaseTimepoint> timepoints;
  for (const auto& entry : array_at(document, "timepoints", ""))
  {
    const auto place = "/timepoints/" + std::to_string(timepoints.size());
    expect_object(entry, place);
    expect_only(entry, {"label", "folder"}, place);
    const TimepointLabel label{text_at(entry, "label", place)};
    for (const auto& earlier : timepoints)
      if (earlier.label == label) throw CaseProblem(place + "/label", "occurs twice");
    timepoints.push_back({label, entry.contains("folder") ? fs::path(text_at(entry, "folder", place)) : fs::path{}});
  }
  return timepoints;
}

std::map<TimepointLabel, Prompt> prompts_of(const json& lesion, const std::vector<CaseTimepoint>& timepoints, const std::string& place)
{
  const auto& prompts = member(lesion, "prompts", place);
  expect_object(prompts, place + "/prompts");
  std::map<TimepointLabel, Prompt> result;
  for (const auto& [key, value] : prompts.items())
  {
    const TimepointLabel label{key};
    const auto known = std::any_of(timepoints.begin(), timepoints.end(), [&](const auto& timepoint) { return timepoint.label == label; });
    if (!known) throw CaseProblem(place + "/prompts", "\"" + key + "\" is no label of a time point");
    result.emplace(label, prompt_of(value, place + "/prompts/" + key));
  }
  return result;
}

/// What the objects that the lesion was imported from call it.
LesionTracking tracking_of(const json& lesion, const std::vector<CaseLesion>& earlier, const std::string& place)
{
  LesionTracking tracking;
  if (lesion.contains("tracking_identifier")) tracking.identifier = text_at(lesion, "tracking_identifier", place);
  if (!lesion.contains("tracking_uid")) return tracking;
  tracking.uid = text_at(lesion, "tracking_uid", place);
  if (!is_unique_identifier(tracking.uid))
    throw CaseProblem(place + "/tracking_uid", "is no DICOM UID (numbers separated by points, 64 characters at most)");
  for (const auto& other : earlier)
    if (other.lesion.tracking.uid == tracking.uid)
      throw CaseProblem(place + "/tracking_uid", "is that of lesion " + other.lesion.id.text() + ", too");
  return tracking;
}

std::vector<CaseLesion> lesions_of(const json& document, const std::vector<CaseTimepoint>& timepoints)
{
  std::vector<CaseLesion> lesions;
  for (const auto& entry : array_at(document, "lesions", ""))
  {
    const auto place = "/lesions/" + std::to_string(lesions.size());
    expect_object(entry, place);
    expect_only(entry, {"id", "role", "organ", "nodal", "tracking_uid", "tracking_identifier", "prompts"}, place);
    const Lesion lesion{LesionId{text_at(entry, "id", place)}, role_of(entry, place),
                        entry.contains("organ") ? text_at(entry, "organ", place) : "not stated", flag_at(entry, "nodal", place),
                        tracking_of(entry, lesions, place)};
    if (!entry.contains("nodal") && names_a_node(lesion.organ))
      throw CaseProblem(place, "names a lymph node as organ and does not say \"nodal\", true or false. Of a node the short axis counts.");
    for (const auto& earlier : lesions)
      if (earlier.lesion.id == lesion.id) throw CaseProblem(place + "/id", "occurs twice");
    lesions.push_back({lesion, prompts_of(entry, timepoints, place)});
  }
  return lesions;
}

std::set<std::string> confirmed_of(const json& document)
{
  std::set<std::string> confirmed;
  if (!document.contains("confirmed")) return confirmed;
  if (!document["confirmed"].is_array()) throw CaseProblem("/confirmed", "must be a list of texts");
  for (const auto& entry : document["confirmed"]) confirmed.insert(text_of(entry, "/confirmed"));
  return confirmed;
}

/// The file of a prompt that has one.
fs::path* file_of(Prompt& prompt)
{
  if (auto* mask = std::get_if<MaskPrompt>(&prompt)) return &mask->file;
  auto* drawn = std::get_if<DrawnPrompt>(&prompt);
  return drawn && !drawn->scribbles.empty() ? &drawn->scribbles : nullptr;
}

void resolve_paths(Case& result, const fs::path& base)
{
  if (!result.protocol_file.empty()) result.protocol_file = base / result.protocol_file;
  std::map<TimepointLabel, fs::path> folders;
  for (auto& timepoint : result.timepoints)
  {
    if (!timepoint.folder.empty()) timepoint.folder = base / timepoint.folder;
    folders[timepoint.label] = timepoint.folder;
  }
  for (auto& lesion : result.lesions)
    for (auto& [label, prompt] : lesion.prompts)
      if (auto* file = file_of(prompt))
      {
        const auto beside_images = folders[label] / *file;
        const auto beside_case = base / *file;
        *file = !fs::exists(beside_case) && fs::exists(beside_images) ? beside_images : beside_case;
      }
}

Case case_of(const json& document)
{
  expect_object(document, "/");
  expect_only(document, {"patient", "timepoints", "lesions", "confirmed", "protocol"}, "/");
  Case result;
  result.patient = text_at(document, "patient", "");
  result.timepoints = timepoints_of(document);
  result.lesions = lesions_of(document, result.timepoints);
  result.confirmed = confirmed_of(document);
  if (document.contains("protocol")) result.protocol_file = text_at(document, "protocol", "");
  return result;
}

/// Parses with a bound on depth, so that no input can exhaust the stack. A key that stands twice in one object is refused: which of
/// the two was meant cannot be known.
json parse_bounded(const std::string& text)
{
  std::vector<std::set<std::string>> keys;
  return json::parse(text,
                     [&keys](int depth, json::parse_event_t event, json& value)
                     {
                       if (depth > 16) throw CaseProblem("/", "is nested too deeply");
                       if (event == json::parse_event_t::object_start) keys.emplace_back();
                       if (event == json::parse_event_t::object_end) keys.pop_back();
                       if (event == json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
                         throw CaseProblem("/", "the key \"" + value.get<std::string>() +
                                                    "\" occurs twice in one object. Remove the wrong one.");
                       return true;
                     });
}
}  // namespace

Result<Case> read_case_file(const fs::path& path)
{
  std::error_code ignored;
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path, ignored))
    return Failure{AssessmentError::CaseUnreadable, path.string() + ": cannot be read. Check that the case file exists."};
  if (fs::file_size(path, ignored) > largest_case_file)
    return Failure{AssessmentError::CaseUnreadable, path.string() + ": is too large for a case file"};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  try
  {
    auto result = case_of(parse_bounded(text));
    resolve_paths(result, path.parent_path());
    if (const auto checked = check_case(result); !checked) return checked.failure().in_context(path.string());
    return result;
  }
  catch (const CaseProblem& problem)
  {
    return Failure{AssessmentError::CaseInvalid, path.string() + ": " + problem.what()};
  }
  catch (const json::exception& problem)
  {
    return Failure{AssessmentError::CaseUnreadable, path.string() + ": is no valid JSON (" + problem.what() + ")"};
  }
}
}  // namespace nadir::measure
