#include "report/table/findings_json.h"

#include "measure/response/protocol_settings.h"
#include "report/table/json_text.h"

namespace nadir::report
{
namespace
{
using measure::Finding;
using measure::ReportedLength;
using Pairs = std::vector<std::pair<std::string, std::string>>;

void add_text(JsonText& json, std::string_view key, std::string_view value)
{
  json.key(key);
  json.text(value);
}

void add_number(JsonText& json, std::string_view key, const std::optional<double>& value)
{
  json.key(key);
  value ? json.number(*value) : json.null();
}

void add_length(JsonText& json, std::string_view key, const std::optional<ReportedLength>& length)
{
  add_number(json, key, length ? std::optional(length->millimeters().value()) : std::nullopt);
}

template <class Quantity> void add_quantity(JsonText& json, std::string_view key, const std::optional<Quantity>& quantity)
{
  if (quantity) add_number(json, key, quantity->value());
}

void add_date(JsonText& json, std::string_view key, const std::optional<measure::CalendarDay>& day)
{
  json.key(key);
  day ? json.text(measure::format_calendar_day(*day)) : json.null();
}

void add_texts(JsonText& json, std::string_view key, const std::vector<std::string>& texts)
{
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.text(text);
  json.end_array();
}

void add_pairs(JsonText& json, std::string_view key, const Pairs& pairs)
{
  json.key(key);
  json.begin_object();
  for (const auto& [name, value] : pairs) add_text(json, name, value);
  json.end_object();
}

void add_finding(JsonText& json, const Finding& finding)
{
  json.begin_object();
  add_text(json, "rule", finding.rule);
  add_text(json, "clause", finding.clause);
  add_text(json, "outcome", finding.outcome);
  add_text(json, "explanation", finding.explanation);
  add_pairs(json, "inputs", finding.inputs);
  json.end_object();
}

void add_findings(JsonText& json, const std::vector<Finding>& findings)
{
  json.key("findings");
  json.begin_array();
  for (const auto& finding : findings) add_finding(json, finding);
  json.end_array();
}

void add_flag(JsonText& json, const measure::Flag& flag)
{
  json.begin_object();
  add_text(json, "id", flag.id);
  add_text(json, "level", flag.level);
  add_text(json, "explanation", flag.explanation);
  add_pairs(json, "numbers", flag.numbers);
  add_texts(json, "literature_for", flag.literature_for);
  add_texts(json, "literature_against", flag.literature_against);
  json.end_object();
}

void add_margins(JsonText& json, const ReaderAssessment& assessment, std::size_t timepoint)
{
  json.key("margins");
  json.begin_array();
  for (const auto& margin : assessment.margins[timepoint])
  {
    json.begin_object();
    add_text(json, "to", name_of(margin.to));
    add_length(json, "total_mm", margin.total);
    add_text(json, "words", in_words(assessment.readings, margin));
    json.end_object();
  }
  json.end_array();
}

void add_certainty(JsonText& json, const measure::recist_1_1::TimepointCertainty& certainty)
{
  json.key("probabilities");
  json.begin_object();
  for (const auto& [category, probability] : certainty.probabilities) add_number(json, name_of(category), probability);
  json.end_object();
  if (!certainty.sum) return;
  json.key("sum_interval_95_mm");
  json.begin_array();
  json.number(certainty.sum->first.value());
  json.number(certainty.sum->second.value());
  json.end_array();
}

void add_measures(JsonText& json, const measure::LesionReading& reading)
{
  add_quantity(json, "diameter_mm", reading.longest_diameter);
  add_quantity(json, "short_axis_mm", reading.short_axis);
  add_quantity(json, "viable_diameter_mm", reading.viable_diameter);
  add_quantity(json, "volume_ml", reading.volume);
  add_quantity(json, "viable_volume_ml", reading.viable_volume);
  add_quantity(json, "slice_thickness_mm", reading.slice_thickness);
  add_quantity(json, "slice_spacing_mm", reading.slice_spacing);
  if (reading.modality != measure::Modality::NotStated) add_text(json, "modality", name_of(reading.modality));
  if (reading.examined) add_date(json, "date", reading.examined);
  if (!reading.merged_into.empty()) add_text(json, "merged_into", reading.merged_into.text());
  if (!reading.reason.empty()) add_text(json, "note", reading.reason);
}

void add_kept(JsonText& json, const ReaderAssessment& assessment, std::size_t lesion, std::size_t timepoint)
{
  Pairs cells;
  for (const auto& cell : assessment.kept)
    if (cell.lesion == lesion && cell.timepoint == timepoint) cells.emplace_back(cell.column, cell.text);
  if (!cells.empty()) add_pairs(json, "other_columns", cells);
}

void add_readings(JsonText& json, const ReaderAssessment& assessment, std::size_t timepoint)
{
  json.key("readings");
  json.begin_array();
  for (std::size_t lesion = 0; lesion < assessment.readings.lesions().size(); ++lesion)
  {
    const auto& reading = assessment.readings.timepoints()[timepoint].lesions[lesion];
    json.begin_object();
    add_text(json, "lesion", assessment.readings.lesions()[lesion].lesion.id.text());
    add_text(json, "state", name_of(reading.state));
    add_measures(json, reading);
    add_kept(json, assessment, lesion, timepoint);
    json.end_object();
  }
  json.end_array();
}

void add_timepoint(JsonText& json, const ReaderAssessment& assessment, std::size_t timepoint)
{
  const auto& at = assessment.response.timepoints[timepoint];
  json.begin_object();
  json.key("timepoint");
  json.integer(at.sequence);
  add_date(json, "date", at.date);
  add_date(json, "response_date", at.response_date);
  add_length(json, "sum_mm", at.sum);
  add_length(json, "measured_part_mm", at.measured_part);
  add_length(json, "baseline_sum_mm", at.baseline_sum);
  add_length(json, "nadir_mm", at.nadir);
  add_text(json, "change_from_baseline", at.change_from_baseline ? at.change_from_baseline->text : "");
  add_text(json, "change_from_nadir", at.change_from_nadir ? at.change_from_nadir->text : "");
  add_text(json, "target", name_of(at.target));
  add_text(json, "target_raw", name_of(at.target_raw));
  add_text(json, "non_target", name_of(at.non_target));
  add_text(json, "new_lesion", name_of(at.new_lesion));
  add_text(json, "overall", name_of(at.overall));
  json.key("after_progression");
  json.boolean(at.after_progression);
  add_findings(json, at.findings);
  add_margins(json, assessment, timepoint);
  if (timepoint < assessment.certainty.size()) add_certainty(json, assessment.certainty[timepoint]);
  json.key("flags");
  json.begin_array();
  for (const auto& flag : assessment.flags[timepoint]) add_flag(json, flag);
  json.end_array();
  add_readings(json, assessment, timepoint);
  json.end_object();
}

void add_lesions(JsonText& json, const ReaderAssessment& assessment)
{
  json.key("lesions");
  json.begin_array();
  for (const auto& entry : assessment.readings.lesions())
  {
    json.begin_object();
    add_text(json, "id", entry.lesion.id.text());
    add_text(json, "role", name_of(entry.lesion.role));
    add_text(json, "organ", entry.lesion.organ);
    json.key("nodal");
    json.boolean(entry.lesion.nodal);
    json.end_object();
  }
  json.end_array();
}

void add_best(JsonText& json, std::string_view key, const measure::recist_1_1::BestResponse& best)
{
  json.key(key);
  json.begin_object();
  add_text(json, "category", name_of(best.category));
  add_date(json, "date", best.date);
  json.key("finding");
  add_finding(json, best.finding);
  json.end_object();
}

void add_baseline(JsonText& json, const ReaderAssessment& assessment)
{
  if (assessment.baseline.empty()) return;
  const auto& baseline = assessment.baseline.front();
  json.key("baseline_conformance");
  json.begin_object();
  json.key("conforms");
  json.boolean(baseline.conforms);
  add_findings(json, baseline.findings);
  json.key("lesions");
  json.begin_array();
  for (std::size_t i = 0; i < baseline.lesions.size(); ++i)
  {
    json.begin_object();
    add_text(json, "lesion", assessment.readings.lesions()[i].lesion.id.text());
    add_text(json, "measurability", name_of(baseline.lesions[i].result));
    add_findings(json, baseline.lesions[i].findings);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void add_counterfactuals(JsonText& json, const ReaderAssessment& assessment)
{
  json.key("counterfactuals");
  json.begin_array();
  for (const auto& row : assessment.counterfactuals)
  {
    json.begin_object();
    add_text(json, "question", row.question);
    add_texts(json, "overall", row.overall);
    json.end_object();
  }
  json.end_array();
}

void add_criterion(JsonText& json, const measure::CriterionResponse& criterion)
{
  json.begin_object();
  add_text(json, "name", criterion.name);
  add_text(json, "unit", criterion.unit);
  add_text(json, "citation", criterion.citation);
  json.key("timepoints");
  json.begin_array();
  for (const auto& at : criterion.timepoints)
  {
    json.begin_object();
    add_text(json, "target", at.target);
    add_text(json, "overall", at.overall);
    add_number(json, "size", at.size);
    json.key("finding");
    add_finding(json, at.finding);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void add_criteria(JsonText& json, const ReaderAssessment& assessment)
{
  json.key("criteria");
  json.begin_array();
  for (const auto& criterion : assessment.criteria) add_criterion(json, criterion);
  json.end_array();
}

std::string without_line_end(std::string text)
{
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

void add_protocol(JsonText& json, const measure::Protocol& protocol)
{
  json.key("settings");
  json.begin_object();
  for (const auto& setting : measure::protocol_settings()) add_text(json, setting.key, setting_value(protocol, setting.key));
  json.end_object();
  add_texts(json, "differences_from_default", differences_from_default(protocol));
}

std::string protocol_text(const measure::Protocol& protocol)
{
  JsonText json;
  json.begin_object();
  add_protocol(json, protocol);
  json.end_object();
  return without_line_end(std::move(json).finish());
}
} // namespace

std::string findings_begin(const measure::Protocol& protocol)
{
  return "{\n\"schema\": \"nadir.findings/1\",\n\"protocol\": " + protocol_text(protocol) + ",\n\"assessments\": [\n";
}

std::string protocol_document(const measure::Protocol& protocol)
{
  JsonText json;
  json.begin_object();
  add_text(json, "schema", "nadir.protocol/1");
  add_protocol(json, protocol);
  json.end_object();
  return std::move(json).finish();
}

std::string findings_of(const ReaderAssessment& assessment)
{
  JsonText json;
  json.begin_object();
  add_text(json, "subject", assessment.subject);
  add_text(json, "reader", assessment.reader);
  add_lesions(json, assessment);
  json.key("timepoints");
  json.begin_array();
  for (std::size_t t = 0; t < assessment.response.timepoints.size(); ++t) add_timepoint(json, assessment, t);
  json.end_array();
  add_best(json, "best_response", assessment.best.unconfirmed);
  add_best(json, "confirmed_best_response", assessment.best.confirmed);
  add_baseline(json, assessment);
  std::vector<std::string> lineage;
  for (const auto& edge : assessment.lineage) lineage.push_back(in_words(assessment.readings, edge));
  add_texts(json, "lineage", lineage);
  add_counterfactuals(json, assessment);
  add_criteria(json, assessment);
  add_texts(json, "warnings", assessment.warnings);
  json.end_object();
  return without_line_end(std::move(json).finish());
}

std::string findings_end(const std::vector<RefusedSubject>& refused)
{
  JsonText json;
  json.begin_array();
  for (const auto& [subject, problems] : refused)
  {
    json.begin_object();
    add_text(json, "subject", subject);
    add_texts(json, "problems", problems);
    json.end_object();
  }
  json.end_array();
  return "\n],\n\"refused\": " + without_line_end(std::move(json).finish()) + "\n}\n";
}
} // namespace nadir::report
