#include "report/cdisc/reading_plan.h"

#include <algorithm>
#include <cmath>

#include "report/cdisc/check_reading.h"
#include "report/cdisc/lesion_links.h"
#include "report/cdisc/visit_numbers.h"

namespace nadir::report::cdisc
{
namespace
{
bool is_seen(const measure::LesionAssessment& lesion) { return lesion.state == "EQUIVOCAL" || lesion.state == "UNEQUIVOCAL"; }

std::optional<std::size_t> identified_at(const measure::Assessment& assessment, const measure::Lesion& lesion)
{
  if (lesion.role != measure::LesionRole::New) return 0;
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
    for (const auto& each : assessment.timepoints[t].lesions)
      if (each.lesion.id == lesion.id && is_seen(each)) return t;
  return std::nullopt;
}

std::vector<PlannedLesion> lesions_of(const measure::Assessment& assessment)
{
  std::vector<PlannedLesion> lesions;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& entry : timepoint.lesions)
    {
      const auto& lesion = entry.lesion;
      const auto is_same = [&lesion](const PlannedLesion& known) { return known.lesion.id == lesion.id; };
      if (std::none_of(lesions.begin(), lesions.end(), is_same)) lesions.push_back({lesion, "", identified_at(assessment, lesion)});
    }
  return lesions;
}

/// 1000 -> 0, 100 -> 1, 50 -> 2 decimals of a millimetre.
int decimals_of(measure::ReportedLength quantum)
{
  int decimals = 0;
  for (std::int64_t unit = 1000; quantum.micrometers() % unit != 0; unit /= 10) ++decimals;
  return decimals;
}

ReadingPlan planned(const Study& study, std::size_t number)
{
  const auto& reading = study.readings[number];
  ReadingPlan plan;
  plan.number = number;
  plan.reading = &reading;
  plan.subject = subject_of(study, reading);
  plan.lesions = lesions_of(*reading.assessment);
  plan.quantum = measure::ReportedLength::from_micrometers(std::llround(reading.assessment->limits.length_quantum.value() * 1000.0));
  plan.decimals = decimals_of(plan.quantum);
  return plan;
}

bool has_several_readers(const std::vector<ReadingPlan>& plans)
{
  for (std::size_t i = 1; i < plans.size(); ++i)
    if (plans[i].subject == plans[i - 1].subject) return true;
  return false;
}
}  // namespace

const measure::LesionAssessment* ReadingPlan::find(const LesionId& lesion, std::size_t timepoint) const
{
  for (const auto& each : assessment().timepoints[timepoint].lesions)
    if (each.lesion.id == lesion) return &each;
  return nullptr;
}

const PlannedLesion* ReadingPlan::find(const LesionId& lesion) const
{
  for (const auto& each : lesions)
    if (each.lesion.id == lesion) return &each;
  return nullptr;
}

std::string ReadingPlan::link_group(std::size_t timepoint) const { return prefix + "A" + std::to_string(visits[timepoint].number); }

Result<std::vector<ReadingPlan>> plan_of(const Study& study)
{
  if (const auto checked = check_study(study); !checked) return checked.failure();
  std::vector<ReadingPlan> plans;
  for (std::size_t number = 0; number < study.readings.size(); ++number)
  {
    if (const auto checked = check_reading(study, study.readings[number]); !checked) return checked.failure();
    plans.push_back(planned(study, number));
  }
  std::stable_sort(plans.begin(), plans.end(), [](const auto& a, const auto& b) { return a.subject < b.subject; });
  const bool prefixed = has_several_readers(plans);
  for (auto& plan : plans)
  {
    if (prefixed) plan.prefix = plan.reading->evaluator.prefix() + "-";
    give_links(plan);
  }
  if (const auto numbered = number_visits(plans); !numbered) return numbered.failure();
  return plans;
}
}  // namespace nadir::report::cdisc
