#include <algorithm>

#include "report/cdisc/carried_reading.h"
#include "report/cdisc/counted_length.h"
#include "report/cdisc/disease_response.h"
#include "report/cdisc/lineage_links.h"
#include "report/cdisc/location.h"
#include "report/cdisc/reading_plan.h"
#include "report/cdisc/record_frame.h"
#include "report/cdisc/tumor_results.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionRole;
using measure::LesionState;

/// Text that is no UTF-8 is repaired for good; everything else comes back.
std::string kept(std::string_view text) { return original_text(visible_text(text)); }

/// Lengths that count, 0 or 1 of them.
std::vector<measure::ReportedLength> target_length(const measure::LesionAssessment* found, measure::ReportedLength quantum)
{
  if (!found || found->lesion.role != LesionRole::Target) return {};
  if (const auto length = counted_length(*found, quantum)) return {*length};
  return {};
}

LesionState carried_state(const measure::LesionAssessment* found, LesionRole role, const std::vector<measure::ReportedLength>& length)
{
  const auto state = state_of(found);
  if (role == LesionRole::New && state == LesionState::None) return LesionState::Absent;
  const bool is_number = state == LesionState::Measured || (state == LesionState::Split && found->fragments.empty());
  if (role != LesionRole::Target || !is_number) return state;
  return length.front() == measure::ReportedLength{} ? LesionState::Absent : LesionState::Measured;
}

std::string carrier_of(const ReadingPlan& plan, const PlannedLesion& lesion, std::size_t t)
{
  for (const auto& carrier : plan.lesions)
    for (const auto* merged : merged_into(plan, carrier, t))
      if (merged == &lesion) return kept(carrier.lesion.id.text());
  return "";
}

CarriedResult result_of(const ReadingPlan& plan, const PlannedLesion& lesion, std::size_t t)
{
  CarriedResult result;
  const auto* found = plan.find(lesion.lesion.id, t);
  const auto length = target_length(found, plan.quantum);
  const auto state = carried_state(found, lesion.lesion.role, length);
  result.state = name_of(state);
  if (!length.empty()) result.length = length.front().millimeters().value();
  if (found && state == LesionState::Split)
    for (const auto part : reported_fragments(*found, plan.quantum)) result.parts.push_back(part.millimeters().value());
  if (state == LesionState::MergedInto) result.merged_into = carrier_of(plan, lesion, t);
  if (found) result.reason = kept(found->reason);
  if (found) result.reference = reference_of(counted_caliper(*found), *found);
  return result;
}

CarriedVisit visit_of(const ReadingPlan& plan, const Study& study, std::size_t t)
{
  CarriedVisit visit;
  visit.label = kept(plan.assessment().timepoints[t].label.text());
  for (const auto& lesion : plan.lesions)
    if (lesion.identified && *lesion.identified <= t) visit.results[kept(lesion.lesion.id.text())] = result_of(plan, lesion, t);
  for (const auto& row : derived_results_of(plan, study.id, t)) visit.derived[row.code] = row.result;
  for (const auto& row : responses_of(plan, study.id, t)) visit.responses[row.code] = row.result;
  const bool has_dated_row =
      !visit.derived.empty() || !visit.responses.empty() || (!visit.results.empty() && was_scanned(plan.assessment().timepoints[t]));
  if (has_dated_row) visit.date = plan.assessment().timepoints[t].date;
  return visit;
}

bool says_nothing(const CarriedVisit& visit) { return visit.results.empty() && visit.derived.empty() && visit.responses.empty(); }

CarriedReading carried(const ReadingPlan& plan, const Study& study)
{
  const auto& evaluator = plan.reading->evaluator;
  CarriedReading reading{plan.subject, evaluator.role, evaluator.id, evaluator.accepted == Accepted::Yes, {}, {}};
  for (const auto& lesion : plan.lesions)
  {
    if (!lesion.identified) continue;
    const auto tracking = plan.reading->tracking_uids.find(lesion.lesion.id);
    reading.lesions.push_back({kept(lesion.lesion.id.text()), organ_of(location_of(lesion.lesion)),
                               tracking == plan.reading->tracking_uids.end() ? "" : tracking->second, lesion.lesion.role,
                               lesion.lesion.nodal});
  }
  std::sort(reading.lesions.begin(), reading.lesions.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (std::size_t t = 0; t < plan.visits.size(); ++t)
    if (auto visit = visit_of(plan, study, t); !says_nothing(visit)) reading.visits.push_back(std::move(visit));
  return reading;
}
}  // namespace

std::vector<CarriedReading> carried_by(const Study& study)
{
  const auto plans = plan_of(study);
  std::vector<CarriedReading> readings;
  for (const auto& plan : plans.value()) readings.push_back(carried(plan, study));
  return readings;
}
}  // namespace nadir::report::cdisc
