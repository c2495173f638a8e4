#include "report/cdisc/record_frame.h"

#include <algorithm>

#include "measure/response/calendar_day.h"
#include "report/cdisc/counted_length.h"

namespace nadir::report::cdisc
{
namespace
{
std::optional<double> study_day(const std::optional<measure::CalendarDay>& start, const std::string& date)
{
  const auto day = measure::parse_calendar_day(date);
  if (!start || !day) return std::nullopt;
  const int days = measure::days_between(*start, *day);
  return days < 0 ? days : days + 1;
}
/// On the first day of treatment itself the baseline was scanned before the dose, and nothing else was.
const char* epoch_of(const std::optional<measure::CalendarDay>& start, const std::string& date, std::size_t timepoint)
{
  constexpr const char* screening = "SCREENING";
  constexpr const char* treatment = "TREATMENT";
  const auto day = measure::parse_calendar_day(date);
  if (start && day && *day != *start) return *day < *start ? screening : treatment;
  return timepoint == 0 ? screening : treatment;
}
}  // namespace

FindingRecord frame_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint)
{
  const auto& evaluator = plan.reading->evaluator;
  FindingRecord record;
  record.study = study;
  record.subject = plan.subject;
  record.evaluator = evaluator.role;
  record.evaluator_id = evaluator.id;
  record.accepted = evaluator.accepted == Accepted::Yes ? "Y" : "";
  record.visit_number = plan.visits[timepoint].number;
  record.visit = plan.visits[timepoint].name;
  record.date = plan.assessment().timepoints[timepoint].date;
  record.epoch = epoch_of(plan.reading->treatment_start, record.date, timepoint);
  record.day = study_day(plan.reading->treatment_start, record.date);
  record.origin = {plan.number, timepoint, LesionId{}, "response"};
  return record;
}

std::string reference_of(const std::optional<measure::Caliper>& caliper, const measure::LesionAssessment& lesion)
{
  if (caliper && !caliper->sop_instance.empty()) return caliper->sop_instance.text();
  if (caliper && !caliper->series.empty()) return caliper->series.text();
  return lesion.evidence.series.text();
}

const std::optional<measure::Caliper>& counted_caliper(const measure::LesionAssessment& lesion)
{
  return lesion.lesion.nodal && lesion.short_axis ? lesion.short_axis : lesion.longest_diameter;
}

std::string counted_measurement(const measure::LesionAssessment& lesion)
{
  if (!counted_caliper(lesion)) return "state";
  return lesion.lesion.nodal && lesion.short_axis ? "short_axis" : "longest_diameter";
}

bool was_scanned(const measure::TimepointAssessment& timepoint)
{
  const auto was_judged = [](const auto& lesion) { return state_of(&lesion) != measure::LesionState::NotDone; };
  return !timepoint.series.empty() || std::any_of(timepoint.lesions.begin(), timepoint.lesions.end(), was_judged);
}
}  // namespace nadir::report::cdisc
