#include "measure/response/readings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "measure/response/word_table.h"

namespace nadir::measure
{
namespace
{
constexpr double longest_possible_mm = 3000.0;
constexpr double largest_possible_amount = 1e6;  ///< millilitres, or times the signal of muscle

constexpr detail::WordTable<Modality, 14> modality_words = {{{Modality::NotStated, ""},
                                                             {Modality::Mri, "MRI"},
                                                             {Modality::Ct, "CT"},
                                                             {Modality::ChestXray, "X-RAY"},
                                                             {Modality::Clinical, "CLINICAL"},
                                                             {Modality::Ultrasound, "ULTRASOUND"},
                                                             {Modality::Other, "OTHER"},
                                                             {Modality::Mri, "MR"},
                                                             {Modality::ChestXray, "CHEST X-RAY"},
                                                             {Modality::ChestXray, "XRAY"},
                                                             {Modality::ChestXray, "CR"},
                                                             {Modality::ChestXray, "DX"},
                                                             {Modality::Clinical, "PHOTOGRAPHY"},
                                                             {Modality::Ultrasound, "US"}}};

using Problem = std::optional<Failure>;

/// One reading with its lesion and time point, and the words that name the place in a message.
struct Place
{
  const Lesion& lesion;
  const TimepointReading& timepoint;
  const LesionReading& reading;

  std::string words() const { return "lesion " + lesion.id.text() + " at time point " + std::to_string(timepoint.sequence) + " "; }
};

bool is_possible(Millimeters length)
{
  return std::isfinite(length.value()) && length.value() >= 0.0 && length.value() <= longest_possible_mm;
}

Problem check_state(const Place& place)
{
  if (is_allowed(place.reading.state, place.lesion.role)) return {};
  return Failure(ResponseError::StateNotAllowed, place.words() + "has the state " + std::string(name_of(place.reading.state)) + " (a " +
                                                     std::string(name_of(place.lesion.role)) +
                                                     " lesion cannot have it). Use a word of the lesion's role.");
}

Failure impossible(const Place& place, std::string_view what)
{
  return Failure(ResponseError::LengthInvalid,
                 place.words() + "has an impossible " + std::string(what) + " (lengths lie between 0 and 3000 mm). Correct the number.");
}

constexpr std::array<std::pair<std::optional<Millimeters> LesionReading::*, std::string_view>, 6> lengths_of_a_reading = {
    {{&LesionReading::longest_diameter, "longest diameter"},
     {&LesionReading::short_axis, "short axis"},
     {&LesionReading::viable_diameter, "viable diameter"},
     {&LesionReading::slice_thickness, "slice thickness"},
     {&LesionReading::slice_spacing, "slice spacing"},
     {&LesionReading::longest_in_any_plane, "longest diameter in any plane"}}};

Problem check_lengths(const Place& place)
{
  const auto& reading = place.reading;
  for (const auto& [member, what] : lengths_of_a_reading)
    if (const auto& length = reading.*member; length && !is_possible(*length)) return impossible(place, what);
  for (const auto fragment : reading.fragments)
    if (!is_possible(fragment)) return impossible(place, "fragment");
  return {};
}

bool is_possible_amount(double value) { return std::isfinite(value) && value >= 0.0 && value <= largest_possible_amount; }

Problem check_volumes(const Place& place)
{
  const auto& reading = place.reading;
  const bool good = (!reading.volume || is_possible_amount(reading.volume->value())) &&
                    (!reading.viable_volume || is_possible_amount(reading.viable_volume->value())) &&
                    (!reading.enhancement || is_possible_amount(*reading.enhancement));
  if (good) return {};
  return Failure(ResponseError::LengthInvalid,
                 place.words() +
                     "has an impossible volume or enhancement (it must be a number between 0 and 1000000). Correct the number.");
}

bool has_counted_length(const Place& place)
{
  const auto& reading = place.reading;
  if (!reading.fragments.empty()) return true;
  return reading.longest_diameter || (place.lesion.nodal && reading.short_axis);
}

Problem check_counted_length(const Place& place)
{
  const auto state = place.reading.state;
  if (place.lesion.role != LesionRole::Target) return {};
  const bool needs_length = state == LesionState::Measured || state == LesionState::Split;
  if (needs_length && !has_counted_length(place))
    return Failure(ResponseError::LengthMissing,
                   place.words() + "is " + std::string(name_of(state)) +
                       " without the length that counts (the sum would be wrong). Give the longest diameter, for a node the short axis.");
  const auto length = place.reading.longest_diameter ? place.reading.longest_diameter : place.reading.short_axis;
  if (state == LesionState::Absent && length && length->value() > 0.0)
    return Failure(ResponseError::LengthUnexpected,
                   place.words() + "is ABSENT but has a length (one of the two is wrong). Remove the length or write MEASURED.");
  return {};
}

Problem check_place(const Place& place)
{
  for (const auto check : {check_state, check_lengths, check_volumes, check_counted_length})
    if (auto problem = check(place)) return problem;
  return {};
}

Problem check_lesions(const std::vector<ReadLesion>& lesions)
{
  std::set<LesionId> seen;
  for (const auto& [lesion, nature, treatment] : lesions)
    if (lesion.id.empty() || !seen.insert(lesion.id).second)
      return Failure(ResponseError::RepeatedLesion,
                     "lesion id '" + lesion.id.text() +
                         "' is empty or given twice (readings could not be told apart). Give every lesion its own id.");
  return {};
}

Problem check_timepoints(const std::vector<TimepointReading>& timepoints, std::size_t lesion_count)
{
  if (timepoints.empty() || timepoints.front().sequence != 0)
    return Failure(ResponseError::NoBaseline, "there is no time point 0 (response is measured against the baseline). Give the baseline the "
                                              "number 0, later time points larger ones.");
  for (std::size_t i = 1; i < timepoints.size(); ++i)
    if (timepoints[i].sequence == timepoints[i - 1].sequence)
      return Failure(ResponseError::RepeatedTimepoint,
                     "time point " + std::to_string(timepoints[i].sequence) +
                         " is given twice (the order would be a guess). Number the time points 0, 1, 2, ...");
  for (const auto& timepoint : timepoints)
    if (timepoint.lesions.size() != lesion_count)
      return Failure(ResponseError::WrongCount, "time point " + std::to_string(timepoint.sequence) + " has " +
                                                    std::to_string(timepoint.lesions.size()) + " readings for " +
                                                    std::to_string(lesion_count) +
                                                    " lesions (a reading would be lost). Give one reading per lesion.");
  return {};
}

std::optional<std::size_t> position_of(const std::vector<ReadLesion>& lesions, const LesionId& id)
{
  const auto found = std::find_if(lesions.begin(), lesions.end(), [&](const auto& entry) { return entry.lesion.id == id; });
  return found == lesions.end() ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(found - lesions.begin()));
}

/// Follows MERGED_INTO to the lesion that carries the mass; none when it leads nowhere or in a circle.
std::optional<std::size_t> carrier_of(const std::vector<ReadLesion>& lesions, const TimepointReading& timepoint, std::size_t start)
{
  auto at = start;
  for (std::size_t step = 0; step <= lesions.size(); ++step)
  {
    if (timepoint.lesions[at].state != LesionState::MergedInto) return at;
    const auto next = position_of(lesions, timepoint.lesions[at].merged_into);
    if (!next || lesions[*next].lesion.role != LesionRole::Target) return std::nullopt;
    at = *next;
  }
  return std::nullopt;
}

Problem check_merges(const std::vector<ReadLesion>& lesions, const TimepointReading& timepoint)
{
  for (std::size_t i = 0; i < lesions.size(); ++i)
    if (!carrier_of(lesions, timepoint, i))
      return Failure(ResponseError::MergedIntoNothing,
                     Place{lesions[i].lesion, timepoint, timepoint.lesions[i]}.words() +
                         "is MERGED_INTO no other target (nothing would carry its size). Name the target that carries the merged mass.");
  return {};
}

Problem check_all(const std::vector<ReadLesion>& lesions, const std::vector<TimepointReading>& timepoints)
{
  if (auto problem = check_lesions(lesions)) return problem;
  if (auto problem = check_timepoints(timepoints, lesions.size())) return problem;
  for (const auto& timepoint : timepoints)
  {
    for (std::size_t i = 0; i < lesions.size(); ++i)
      if (auto problem = check_place({lesions[i].lesion, timepoint, timepoint.lesions[i]})) return problem;
    if (auto problem = check_merges(lesions, timepoint)) return problem;
  }
  return {};
}

bool is_node_with_one_length(const Lesion& lesion, const LesionReading& reading)
{
  return lesion.nodal && lesion.role == LesionRole::Target && reading.state == LesionState::Measured && !reading.short_axis;
}

std::vector<std::string> warnings_of(const std::vector<ReadLesion>& lesions, const std::vector<TimepointReading>& timepoints)
{
  std::vector<std::string> warnings;
  for (const auto& timepoint : timepoints)
    for (std::size_t i = 0; i < lesions.size(); ++i)
      if (is_node_with_one_length(lesions[i].lesion, timepoint.lesions[i]))
        warnings.push_back(
            Place{lesions[i].lesion, timepoint, timepoint.lesions[i]}.words() +
            "is a node with one length only (RECIST counts the short axis of a node; the length was taken as the short axis). "
            "Check that it is, and give short_axis.");
  return warnings;
}

ReportedLength total_of(const std::vector<Millimeters>& lengths, ReportedLength quantum)
{
  ReportedLength sum;
  for (const auto length : lengths) sum += ReportedLength::rounded(length, quantum);
  return sum;
}
}  // namespace

std::string_view name_of(Modality modality) { return detail::word_of(modality_words, modality); }
std::optional<Modality> parse_modality(std::string_view word) { return detail::value_of(modality_words, word).value_or(Modality::Other); }

Result<PatientReadings> PatientReadings::make(std::vector<ReadLesion> lesions, std::vector<TimepointReading> timepoints)
{
  const auto comes_before = [](const TimepointReading& a, const TimepointReading& b) { return a.sequence < b.sequence; };
  if (!std::is_sorted(timepoints.begin(), timepoints.end(), comes_before))
    std::stable_sort(timepoints.begin(), timepoints.end(), comes_before);
  if (auto problem = check_all(lesions, timepoints)) return *problem;
  PatientReadings made;
  made.warnings_ = warnings_of(lesions, timepoints);
  for (std::size_t i = 0; i < lesions.size(); ++i)
  {
    const auto role = lesions[i].lesion.role;
    (role == LesionRole::Target ? made.targets_ : role == LesionRole::NonTarget ? made.non_targets_ : made.new_lesions_).push_back(i);
  }
  made.lesions_ = std::move(lesions);
  made.timepoints_ = std::move(timepoints);
  return made;
}

const std::vector<std::size_t>& PatientReadings::of_role(LesionRole role) const
{
  if (role == LesionRole::Target) return targets_;
  return role == LesionRole::NonTarget ? non_targets_ : new_lesions_;
}

std::optional<ReportedLength> PatientReadings::counted_length(std::size_t lesion, std::size_t timepoint, ReportedLength quantum) const
{
  const auto& reading = timepoints_[timepoint].lesions[lesion];
  if (reading.state == LesionState::Split && !reading.fragments.empty()) return total_of(reading.fragments, quantum);
  const bool short_axis_counts = lesions_[lesion].lesion.nodal && reading.short_axis;
  const auto& length = short_axis_counts ? reading.short_axis : reading.longest_diameter;
  return length ? std::optional(ReportedLength::rounded(*length, quantum)) : std::nullopt;
}
}  // namespace nadir::measure
