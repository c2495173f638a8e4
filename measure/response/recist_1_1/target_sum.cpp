#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure::recist_1_1
{
namespace
{
ReportedLength too_small_length(const LesionReading& reading, const Protocol& protocol)
{
  const auto usual = protocol.target.too_small_counts;
  if (!protocol.switches.too_small_uses_slice_thickness || !reading.slice_thickness) return usual;
  const auto thickness = ReportedLength::rounded(*reading.slice_thickness, protocol.length_quantum);
  return thickness > from_millimeters(5) ? thickness : usual;
}

void add(TargetSum& sum, const Lesion& lesion, const Contribution& contribution, const Protocol& protocol)
{
  if (contribution.counted) sum.measured_part = sum.measured_part.value_or(ReportedLength{}) + *contribution.counted;
  else sum.is_complete = false;
  sum.any_present = sum.any_present || is_present(lesion, contribution, protocol);
}
}  // namespace

bool is_present(const Lesion& lesion, const Contribution& contribution, const Protocol& protocol)
{
  if (!contribution.counted) return false;
  if (lesion.nodal) return *contribution.counted >= protocol.target.normal_node_below;
  return *contribution.counted > ReportedLength{} || contribution.state == LesionState::TooSmall;
}

std::optional<ReportedLength> contribution_of(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint,
                                              const Protocol& protocol)
{
  const auto& reading = readings.timepoints()[timepoint].lesions[lesion];
  switch (reading.state)
  {
  case LesionState::Measured:
  case LesionState::Split: return readings.counted_length(lesion, timepoint, protocol.length_quantum);
  case LesionState::TooSmall: return too_small_length(reading, protocol);
  case LesionState::Absent:
  case LesionState::MergedInto: return ReportedLength{};
  default: return std::nullopt;
  }
}

TargetSum target_sum(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol)
{
  const auto& targets = readings.of_role(LesionRole::Target);
  TargetSum sum;
  sum.is_complete = !targets.empty();
  sum.contributions.reserve(targets.size());
  for (const auto target : targets)
  {
    auto& contribution = sum.contributions.emplace_back();
    contribution.lesion = target;
    contribution.state = readings.timepoints()[timepoint].lesions[target].state;
    if (const auto counted = contribution_of(readings, target, timepoint, protocol)) contribution.counted.emplace(*counted);
    add(sum, readings.lesions()[target].lesion, contribution, protocol);
  }
  sum.all_gone = sum.is_complete && !sum.any_present;
  return sum;
}
}  // namespace nadir::measure::recist_1_1
