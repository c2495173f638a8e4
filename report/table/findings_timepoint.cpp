#include "report/table/findings_timepoint.h"

#include "report/table/findings_fields.h"

namespace nadir::report
{
namespace
{
template <class Quantity> void add_quantity(JsonText& json, std::string_view key, const std::optional<Quantity>& quantity)
{
  if (quantity) add_number(json, key, quantity->value());
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
  std::vector<std::pair<std::string, std::string>> cells;
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
}  // namespace

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
}  // namespace nadir::report
