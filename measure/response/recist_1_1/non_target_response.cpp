#include "measure/response/recist_1_1/non_target_response.h"

#include <algorithm>

namespace nadir::measure::recist_1_1
{
namespace
{
/// The non-target lesions of one time point.
class NonTargets
{
public:
  NonTargets(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol)
      : readings_(readings), timepoint_(timepoint), protocol_(protocol)
  {
  }

  bool any_has(LesionState state) const
  {
    return any([&](std::size_t lesion) { return reading(lesion).state == state; });
  }
  bool any_non_nodal_present() const
  {
    return any([&](std::size_t lesion) { return reading(lesion).state == LesionState::Present && !is_node(lesion); });
  }
  bool all_gone() const
  {
    return !any([&](std::size_t lesion) { return reading(lesion).state != LesionState::Absent && !is_normal_node(lesion); });
  }

private:
  template <class Question> bool any(Question question) const
  {
    const auto& lesions = readings_.of_role(LesionRole::NonTarget);
    return std::any_of(lesions.begin(), lesions.end(), question);
  }
  const LesionReading& reading(std::size_t lesion) const { return readings_.timepoints()[timepoint_].lesions[lesion]; }
  bool is_node(std::size_t lesion) const { return readings_.lesions()[lesion].lesion.nodal; }
  bool is_normal_node(std::size_t lesion) const
  {
    const auto& axis = reading(lesion).short_axis;
    return is_node(lesion) && axis && ReportedLength::rounded(*axis, protocol_.length_quantum) < protocol_.target.normal_node_below;
  }

  const PatientReadings& readings_;
  std::size_t timepoint_;
  const Protocol& protocol_;
};

bool reappeared(const NonTargets& lesions, EarlierCompleteResponse earlier, const Protocol& protocol)
{
  return earlier == EarlierCompleteResponse::Yes && protocol.switches.reappearance_after_complete_response_is_progression &&
         lesions.any_non_nodal_present();
}
}  // namespace

NonTargetCall non_target_response(const PatientReadings& readings, std::size_t timepoint, EarlierCompleteResponse earlier,
                                  const Protocol& protocol)
{
  if (!readings.has_non_targets()) return {Category::NotApplicable, "NT2"};
  const NonTargets lesions(readings, timepoint, protocol);
  if (lesions.any_has(LesionState::UnequivocalProgression)) return {Category::ProgressiveDisease, "NT2"};
  if (reappeared(lesions, earlier, protocol)) return {Category::ProgressiveDisease, "T13"};
  if (lesions.any_has(LesionState::NotEvaluable) || lesions.any_has(LesionState::NotDone)) return {Category::NotEvaluable, "NT2"};
  const bool markers_are_normal = readings.timepoints()[timepoint].markers != Markers::Elevated;
  return {lesions.all_gone() && markers_are_normal ? Category::CompleteResponse : Category::NonCrNonPd, "NT2"};
}
}  // namespace nadir::measure::recist_1_1
