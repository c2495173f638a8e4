#include "measure/response/recist_1_1/doubts.h"

#include <algorithm>
#include <optional>

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr Millimeters reliable_node{15.0};

/// Walks the time points and asks each question.
class Doubts
{
public:
  Doubts(const PatientReadings& readings, const PatientResponse& response) : readings_(readings), response_(response) {}

  std::vector<std::string> ask()
  {
    ask_about_baseline();
    ask_about_late_non_targets();
    for (std::size_t t = 1; t < readings_.timepoints().size(); ++t)
    {
      ask_about_order(t);
      ask_for_reasons(t);
      ask_about_new_nodes(t);
      ask_about_merges(t);
      ask_about_complete_response(t);
    }
    return std::move(doubts_);
  }

private:
  const LesionReading& reading(std::size_t lesion, std::size_t t) const { return readings_.timepoints()[t].lesions[lesion]; }
  std::string place(std::size_t t) const { return "time point " + std::to_string(readings_.timepoints()[t].sequence); }
  std::string id(std::size_t lesion) const { return readings_.lesions()[lesion].lesion.id.text(); }

  void ask_about_baseline()
  {
    if (readings_.has_targets() && !response_.timepoints.front().sum)
      doubts_.push_back(
          "a target has no length at baseline (no target response can be derived). Give its baseline length, or make it a non-target.");
    for (const auto lesion : readings_.of_role(LesionRole::New))
      if (const auto state = reading(lesion, 0).state; state == LesionState::Unequivocal || state == LesionState::Equivocal)
        doubts_.push_back("new lesion " + id(lesion) +
                          " is reported at baseline (what is there at baseline is not new). Make it a target or non-target.");
  }

  static bool is_there(LesionState state) { return state == LesionState::Present || state == LesionState::UnequivocalProgression; }

  void ask_about_late_non_targets()
  {
    for (const auto lesion : readings_.of_role(LesionRole::NonTarget))
    {
      const auto at_baseline = reading(lesion, 0).state;
      if (at_baseline != LesionState::Absent && at_baseline != LesionState::NotDone) continue;
      for (std::size_t t = 1; t < readings_.timepoints().size(); ++t)
        if (is_there(reading(lesion, t).state))
        {
          doubts_.push_back("non-target " + id(lesion) + " is " + std::string(name_of(at_baseline)) + " at baseline and " +
                            std::string(name_of(reading(lesion, t).state)) + " at " + place(t) +
                            " (what appears later is a new lesion, which is PD, rule NL1). Make it NEW, or PRESENT at baseline.");
          break;
        }
    }
  }

  std::optional<std::size_t> position_of(const LesionId& id) const
  {
    for (const auto lesion : readings_.of_role(LesionRole::Target))
      if (readings_.lesions()[lesion].lesion.id == id) return lesion;
    return std::nullopt;
  }

  /// At the time point of the merge only: later the mass may really go.
  void ask_about_merges(std::size_t t)
  {
    for (const auto lesion : readings_.of_role(LesionRole::Target))
    {
      const auto& now = reading(lesion, t);
      if (now.state != LesionState::MergedInto || reading(lesion, t - 1).state == LesionState::MergedInto) continue;
      const auto carrier = position_of(now.merged_into);
      if (carrier && reading(*carrier, t).state == LesionState::Absent)
        doubts_.push_back("target " + id(lesion) + " at " + place(t) + " is MERGED_INTO " + id(*carrier) +
                          ", which is ABSENT there (a merge is not disappearance, rule T4; both count 0 mm). Give " + id(*carrier) +
                          " the length of the mass, or make both ABSENT.");
    }
  }

  void ask_about_order(std::size_t t)
  {
    const auto &before = readings_.timepoints()[t - 1].date, &now = readings_.timepoints()[t].date;
    if (before && now && *now < *before)
      doubts_.push_back(
          place(t) + " has an earlier date than the one before it (durations and the nadir depend on the order). Check numbers and dates.");
  }

  void ask_for_reasons(std::size_t t)
  {
    for (const auto lesion : readings_.of_role(LesionRole::NonTarget))
      if (reading(lesion, t).state == LesionState::UnequivocalProgression && reading(lesion, t).reason.empty())
        doubts_.push_back("non-target " + id(lesion) + " at " + place(t) +
                          " is UNEQUIVOCAL_PROGRESSION without a reason (it alone makes the response PD). Say in words what progressed.");
  }

  bool is_small_node(std::size_t lesion, std::size_t t) const
  {
    const auto& axis = reading(lesion, t).short_axis;
    return readings_.lesions()[lesion].lesion.nodal && axis && *axis < reliable_node;
  }

  void ask_about_new_nodes(std::size_t t)
  {
    const auto& at = response_.timepoints[t];
    const bool only_sign = at.target != Category::ProgressiveDisease && at.non_target != Category::ProgressiveDisease;
    const auto& found = at.new_lesions;
    if (!only_sign || found.empty()) return;
    if (std::all_of(found.begin(), found.end(), [&](auto lesion) { return is_small_node(lesion, t); }))
      doubts_.push_back("a new node below 15 mm is the only sign of progression at " + place(t) +
                        " (it may be reactive, rule NL6). Consider EQUIVOCAL and look again at the next visit.");
  }

  void ask_about_complete_response(std::size_t t)
  {
    const auto& at = response_.timepoints[t];
    if (at.had_complete_response && !at.after_progression && at.overall == Category::ProgressiveDisease && at.new_lesions.empty())
      doubts_.push_back(
          "disease is there at " + place(t) +
          " after a complete response (this is PD, rule T13). Was the complete response true? If not, correct the earlier time point.");
  }

  const PatientReadings& readings_;
  const PatientResponse& response_;
  std::vector<std::string> doubts_;
};
}  // namespace

std::vector<std::string> doubts(const PatientReadings& readings, const PatientResponse& response)
{
  return Doubts(readings, response).ask();
}
}  // namespace nadir::measure::recist_1_1
