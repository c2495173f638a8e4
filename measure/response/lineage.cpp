#include "measure/response/lineage.h"

#include <algorithm>
#include <array>

#include "measure/response/word_table.h"

namespace nadir::measure
{
namespace
{
constexpr detail::WordTable<LineageEvent, 10> words = {{{LineageEvent::Continued, "continued"},
                                                        {LineageEvent::BecameTooSmall, "became too small to measure"},
                                                        {LineageEvent::Vanished, "vanished"},
                                                        {LineageEvent::Reappeared, "reappeared"},
                                                        {LineageEvent::Split, "split"},
                                                        {LineageEvent::Merged, "merged"},
                                                        {LineageEvent::Separated, "separated again"},
                                                        {LineageEvent::Appeared, "appeared"},
                                                        {LineageEvent::TreatedLocally, "was treated locally"},
                                                        {LineageEvent::NotSeen, "was not evaluated"}}};

bool is_unseen(LesionState state) { return state == LesionState::NotDone || state == LesionState::NotEvaluable; }

bool is_gone(const LesionReading& reading)
{
  const bool zero = reading.state == LesionState::Measured && reading.longest_diameter.value_or(Millimeters{}) <= Millimeters{} &&
                    reading.short_axis.value_or(Millimeters{}) <= Millimeters{};
  return reading.state == LesionState::Absent || reading.state == LesionState::None || zero;
}

bool names_local_treatment(std::string_view reason)
{
  constexpr std::array<std::string_view, 6> stems = {"RESECT", "SURG", "IRRADIA", "RADIOTHERAP", "ABLAT", "LOCAL_THERAP"};
  const auto text = detail::normalized_word(reason);
  return std::any_of(stems.begin(), stems.end(), [&](auto stem) { return text.find(stem) != std::string::npos; });
}

LineageEvent event_of(const LesionReading& before, const LesionReading& now, LesionRole role)
{
  if (now.state == LesionState::NotEvaluable && names_local_treatment(now.reason)) return LineageEvent::TreatedLocally;
  if (is_unseen(now.state)) return LineageEvent::NotSeen;
  if (is_gone(now)) return is_gone(before) || is_unseen(before.state) ? LineageEvent::Continued : LineageEvent::Vanished;
  if (role == LesionRole::New && (is_gone(before) || is_unseen(before.state))) return LineageEvent::Appeared;
  if (now.state == LesionState::MergedInto) return LineageEvent::Merged;
  if (before.state == LesionState::MergedInto) return LineageEvent::Separated;
  if (is_gone(before)) return LineageEvent::Reappeared;
  if (now.state == LesionState::Split && before.state != LesionState::Split) return LineageEvent::Split;
  if (now.state == LesionState::TooSmall && before.state != LesionState::TooSmall) return LineageEvent::BecameTooSmall;
  return LineageEvent::Continued;
}

/// Follows one lesion through the time points.
class Walker
{
public:
  Walker(const PatientReadings& readings, std::size_t lesion) : readings_(readings), lesion_(lesion) {}

  void walk(std::vector<LineageEdge>& edges)
  {
    for (std::size_t t = 1; t < readings_.timepoints().size(); ++t)
    {
      const auto edge = edge_to(t);
      edges.push_back(edge);
      if (edge.event == LineageEvent::Appeared) has_been_there_ = true;
      if (!is_unseen(reading(t).state)) last_judged_ = t;
    }
  }

private:
  const LesionReading& reading(std::size_t t) const { return readings_.timepoints()[t].lesions[lesion_]; }

  LineageEdge edge_to(std::size_t t) const
  {
    const auto& now = reading(t);
    LineageEdge edge{lesion_, last_judged_, lesion_, t, event_of(reading(last_judged_), now, readings_.lesions()[lesion_].lesion.role), 1};
    if (edge.event == LineageEvent::Appeared && has_been_there_) edge.event = LineageEvent::Reappeared;
    if (now.state == LesionState::MergedInto) edge.to_lesion = position_of(now.merged_into);
    if (now.state == LesionState::Split) edge.fragments = std::max<std::size_t>(2, now.fragments.size());
    return edge;
  }

  std::size_t position_of(const LesionId& id) const
  {
    const auto& lesions = readings_.lesions();
    const auto found = std::find_if(lesions.begin(), lesions.end(), [&](const auto& entry) { return entry.lesion.id == id; });
    return static_cast<std::size_t>(found - lesions.begin());
  }

  const PatientReadings& readings_;
  std::size_t lesion_;
  std::size_t last_judged_ = 0;
  bool has_been_there_ = false;
};
}  // namespace

std::string_view name_of(LineageEvent event) { return detail::word_of(words, event); }

std::vector<LineageEdge> lineage(const PatientReadings& readings)
{
  std::vector<LineageEdge> edges;
  for (std::size_t lesion = 0; lesion < readings.lesions().size(); ++lesion) Walker(readings, lesion).walk(edges);
  return edges;
}

std::string in_words(const PatientReadings& readings, const LineageEdge& edge)
{
  const auto id = [&](std::size_t lesion) { return readings.lesions()[lesion].lesion.id.text(); };
  auto text = id(edge.from_lesion) + " at time point " + std::to_string(readings.timepoints()[edge.to_timepoint].sequence) + ": " +
              std::string(name_of(edge.event));
  if (edge.to_lesion != edge.from_lesion) text += " into " + id(edge.to_lesion);
  if (edge.fragments > 1) text += " into " + std::to_string(edge.fragments) + " parts";
  return text;
}
}  // namespace nadir::measure
