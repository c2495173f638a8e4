#include "measure/response/irecist/new_lesion_burden.h"

#include "measure/response/recist_1_1/baseline_conformance.h"

namespace nadir::measure::irecist
{
bool NewLesionBurden::is_there(std::size_t lesion, std::size_t timepoint) const
{
  return readings_.timepoints()[timepoint].lesions[lesion].state == LesionState::Unequivocal;
}

bool NewLesionBurden::is_measured_as_target(std::size_t lesion, std::size_t timepoint) const
{
  const auto& limits = protocol_.baseline;
  const auto length = readings_.counted_length(lesion, timepoint, protocol_.length_quantum);
  const auto& entry = readings_.lesions()[lesion].lesion;
  if (!length || *length < (entry.nodal ? limits.target_node_minimum : limits.measurable_minimum)) return false;
  const auto organ = targets_per_organ_.find(recist_1_1::organ_for_count(entry));
  const int in_organ = organ == targets_per_organ_.end() ? 0 : organ->second;
  return targets_.size() < static_cast<std::size_t>(limits.maximum_targets) && in_organ < limits.maximum_targets_per_organ;
}

NewLesionVisit NewLesionBurden::look(std::size_t timepoint) const
{
  NewLesionVisit visit;
  bool sum_is_complete = true;
  ReportedLength sum;
  for (const auto lesion : readings_.of_role(LesionRole::New))
  {
    const auto& reading = readings_.timepoints()[timepoint].lesions[lesion];
    const bool is_known = known_.contains(lesion), there = is_there(lesion, timepoint);
    if (there && !is_known) visit.appeared.push_back(lesion);
    visit.any_there = visit.any_there || there;
    const bool not_evaluated = reading.state == LesionState::NotDone || reading.state == LesionState::NotEvaluable;
    visit.any_not_evaluated = visit.any_not_evaluated || (is_known && not_evaluated);
    visit.reader_says_larger = visit.reader_says_larger || (is_known && reading.further_increase == FurtherIncrease::Yes);
    const auto length = there ? readings_.counted_length(lesion, timepoint, protocol_.length_quantum) : std::optional(ReportedLength{});
    if (targets_.contains(lesion))
    {
      sum_is_complete = sum_is_complete && length && !not_evaluated;
      sum += length.value_or(ReportedLength{});
    }
    else if (is_known && length && !not_evaluated) visit.others[lesion] = *length;
  }
  if (sum_is_complete) visit.target_sum = sum;
  return visit;
}

void NewLesionBurden::remember(std::size_t timepoint)
{
  for (const auto lesion : readings_.of_role(LesionRole::New))
  {
    if (!is_there(lesion, timepoint) || !known_.insert(lesion).second) continue;
    if (!is_measured_as_target(lesion, timepoint)) continue;
    targets_.insert(lesion);
    ++targets_per_organ_[recist_1_1::organ_for_count(readings_.lesions()[lesion].lesion)];
  }
}
}  // namespace nadir::measure::irecist
