#include "report/table/findings_json.h"

#include "measure/response/protocol_settings.h"
#include "report/table/findings_fields.h"
#include "report/table/findings_timepoint.h"

namespace nadir::report
{
namespace
{
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
}  // namespace

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
}  // namespace nadir::report
