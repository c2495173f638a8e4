#include "report/redcap/redcap_case.h"

#include <cmath>
#include <map>

#include "imaging/units/number_text.h"
#include "report/table/partial_date.h"
#include "report/table/visible_text.h"

namespace nadir::report::redcap
{
namespace
{
std::optional<double> finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

template <class Value> std::optional<double> amount(const std::optional<Value>& value)
{
  return value ? finite(value->value()) : std::nullopt;
}

std::optional<double> length(const std::optional<measure::Caliper>& caliper)
{
  return caliper ? finite(caliper->length.value()) : std::nullopt;
}

std::optional<double> middle(const std::optional<measure::Banded>& band) { return band ? finite(band->value) : std::nullopt; }

template <class Items, class Text> std::string joined(const Items& items, Text text_of)
{
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "; ") + visible_text(text_of(item));
  return text;
}

void add_place(LesionEntry& entry, const measure::LesionAssessment& lesion)
{
  const auto& caliper = lesion.lesion.nodal && lesion.short_axis ? lesion.short_axis : lesion.longest_diameter;
  entry.series_uid = visible_text(lesion.evidence.series.text());
  entry.frame_of_reference_uid = visible_text(lesion.evidence.frame_of_reference.text());
  entry.mask_sha256 = visible_text(lesion.evidence.mask_digest);
  entry.source = visible_text(lesion.evidence.source);
  if (!caliper) return;
  if (!caliper->series.empty()) entry.series_uid = visible_text(caliper->series.text());
  entry.sop_uid = visible_text(caliper->sop_instance.text());
  if (caliper->slice) entry.slice = *caliper->slice;
  entry.from_left = finite(caliper->from.left), entry.from_posterior = finite(caliper->from.posterior),
  entry.from_superior = finite(caliper->from.superior);
  entry.to_left = finite(caliper->to.left), entry.to_posterior = finite(caliper->to.posterior),
  entry.to_superior = finite(caliper->to.superior);
}

LesionEntry lesion_of(const TableSource& source, const measure::LesionAssessment& lesion)
{
  LesionEntry entry;
  entry.id = visible_text(lesion.lesion.id.text());
  if (const auto uid = source.tracking_uids.find(lesion.lesion.id); uid != source.tracking_uids.end()) entry.tracking_uid = uid->second;
  entry.role = name_of(lesion.lesion.role);
  entry.organ = visible_text(lesion.lesion.organ);
  entry.nodal = lesion.lesion.nodal;
  entry.state = lesion.state;
  entry.reason = visible_text(lesion.reason);
  entry.fragments = joined(lesion.fragments, [](Millimeters part) { return format_number(part.value()); });
  entry.merged_into = visible_text(lesion.merged_into.text());
  entry.longest_diameter = length(lesion.longest_diameter);
  entry.short_axis = length(lesion.short_axis);
  entry.contribution = amount(lesion.response_contribution);
  entry.diameter_uncertainty = amount(lesion.diameter_uncertainty);
  entry.volume = amount(lesion.volume);
  entry.volume_uncertainty = amount(lesion.volume_uncertainty);
  if (lesion.tissue) entry.viable_volume = middle(lesion.tissue->viable_volume_ml);
  if (lesion.tissue) entry.necrotic_fraction = middle(lesion.tissue->necrotic_fraction);
  add_place(entry, lesion);
  return entry;
}

/// REDCap's dates are whole days: of "2024-03" year and month stand in fields of their own.
void add_date(VisitEntry& visit, const std::string& date)
{
  const bool lacks_the_day = !date.empty() && date.size() < std::string_view("2024-03-01").size() && is_partial_date(date);
  if (!lacks_the_day)
  {
    visit.date = date;
    return;
  }
  visit.year = parse_number(date.substr(0, 4));
  if (date.size() > 4) visit.month = parse_number(date.substr(5));
}

VisitEntry visit_of(const TableSource& source, std::size_t t)
{
  const auto& timepoint = source.assessment->timepoints[t];
  const auto& response = timepoint.response;
  VisitEntry visit;
  visit.label = visible_text(timepoint.label.text());
  add_date(visit, timepoint.date);
  visit.number = static_cast<int>(t);
  visit.sum = amount(response.sum_of_diameters);
  visit.baseline_sum = amount(response.baseline_sum);
  visit.nadir_sum = amount(response.nadir_sum);
  if (response.change_from_baseline_percent) visit.change_from_baseline = finite(*response.change_from_baseline_percent);
  if (response.change_from_nadir_percent) visit.change_from_nadir = finite(*response.change_from_nadir_percent);
  visit.change_from_nadir_mm = amount(response.change_from_nadir);
  visit.target = response.target_response;
  visit.non_target = response.non_target_response;
  visit.overall = response.overall_response;
  visit.new_lesions = joined(response.new_lesions, [](const LesionId& id) { return id.text(); });
  visit.flags = joined(timepoint.flags, [](const measure::Flag& flag) { return flag.id; });
  for (const auto& lesion : timepoint.lesions) visit.lesions.push_back(lesion_of(source, lesion));
  return visit;
}
}  // namespace

std::vector<CaseEntry> cases_of(const std::vector<TableSource>& sources)
{
  std::map<std::string, int> readings, met;
  for (const auto& source : sources) ++readings[source.assessment->patient];
  std::vector<CaseEntry> cases;
  for (const auto& source : sources)
  {
    const auto& patient = source.assessment->patient;
    auto& made = cases.emplace_back();
    made.subject = visible_text(patient);
    made.record = readings[patient] > 1 ? made.subject + "--" + std::to_string(++met[patient]) : made.subject;
    made.reader = visible_text(source.reader);
    made.criteria = visible_text(source.assessment->criteria);
    made.software_version = visible_text(source.assessment->software_version);
    made.case_sha256 = visible_text(case_digest_of(source));
    made.assessment_sha256 = source.assessment_sha256;
    for (std::size_t t = 0; t < source.assessment->timepoints.size(); ++t) made.visits.push_back(visit_of(source, t));
  }
  return cases;
}
}  // namespace nadir::report::redcap
