#include "tests/report/support/assessed.h"

#include <algorithm>

#include "measure/response/calendar_day.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::test
{
namespace
{
using namespace nadir::measure;

std::vector<Lesion> lesions_of(const Assessment& assessment)
{
  std::vector<Lesion> lesions;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& entry : timepoint.lesions)
      if (std::none_of(lesions.begin(), lesions.end(), [&](const auto& known) { return known.id == entry.lesion.id; })) lesions.push_back(entry.lesion);
  return lesions;
}

LesionAssessment* find(TimepointAssessment& timepoint, const LesionId& id)
{
  for (auto& lesion : timepoint.lesions)
    if (lesion.lesion.id == id) return &lesion;
  return nullptr;
}

std::optional<Millimeters> length_of(const std::optional<Caliper>& caliper) { return caliper ? std::optional(caliper->length) : std::nullopt; }

std::optional<Millimeters> millimeters(const std::optional<ReportedLength>& length) { return length ? std::optional(length->millimeters()) : std::nullopt; }

LesionReading reading_of(const LesionAssessment* lesion, const Lesion& identity, bool appeared)
{
  LesionReading reading;
  if (!lesion)
  {
    if (identity.role == LesionRole::New && !appeared) reading.state = LesionState::None;
    return reading;
  }
  reading.state = parse_lesion_state(lesion->state).value();
  const bool is_gone = reading.state == LesionState::Absent || (reading.state == LesionState::NotDone && !appeared);
  if (identity.role == LesionRole::New && is_gone) reading.state = LesionState::None;
  reading.longest_diameter = length_of(lesion->longest_diameter);
  reading.short_axis = length_of(lesion->short_axis);
  reading.fragments = lesion->fragments;
  reading.merged_into = lesion->merged_into;
  reading.reason = lesion->reason;
  reading.modality = Modality::Mri;
  return reading;
}
}  // namespace

PatientReadings readings_of(const Assessment& assessment)
{
  auto copy = assessment;
  const auto lesions = lesions_of(assessment);
  std::vector<ReadLesion> read;
  for (const auto& lesion : lesions) read.push_back({lesion});
  std::vector<TimepointReading> timepoints;
  std::vector<bool> appeared(lesions.size(), false);
  for (std::size_t t = 0; t < copy.timepoints.size(); ++t)
  {
    TimepointReading reading;
    reading.label = copy.timepoints[t].label;
    reading.sequence = static_cast<int>(t);
    reading.date = parse_calendar_day(copy.timepoints[t].date);
    for (std::size_t l = 0; l < lesions.size(); ++l)
    {
      const auto* lesion = find(copy.timepoints[t], lesions[l].id);
      reading.lesions.push_back(reading_of(lesion, lesions[l], appeared[l]));
      if (lesion && (lesion->state == "EQUIVOCAL" || lesion->state == "UNEQUIVOCAL")) appeared[l] = true;
    }
    timepoints.push_back(std::move(reading));
  }
  return PatientReadings::make(std::move(read), std::move(timepoints)).value();
}

void derive_responses(Assessment& assessment)
{
  const auto readings = readings_of(assessment);
  const auto response = recist_1_1::assess(readings, Protocol{});
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
  {
    auto& to = assessment.timepoints[t].response;
    const auto& from = response.timepoints[t];
    to.sum_of_diameters = millimeters(from.sum);
    to.baseline_sum = millimeters(from.baseline_sum);
    to.nadir_sum = millimeters(from.nadir);
    if (from.change_from_baseline) to.change_from_baseline_percent = from.change_from_baseline->percent;
    if (from.change_from_nadir) to.change_from_nadir_percent = from.change_from_nadir->percent;
    if (from.sum && from.nadir) to.change_from_nadir = (*from.sum - *from.nadir).millimeters();
    to.target_response = name_of(from.target);
    to.non_target_response = name_of(from.non_target);
    to.overall_response = name_of(from.overall);
    for (const auto lesion : from.new_lesions) to.new_lesions.push_back(readings.lesions()[lesion].lesion.id);
    to.findings = from.findings;
    for (const auto& contribution : from.contributions)
      if (auto* lesion = find(assessment.timepoints[t], readings.lesions()[contribution.lesion].lesion.id)) lesion->response_contribution = millimeters(contribution.counted);
  }
}
}  // namespace nadir::test
