#include "report/cdisc/check_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/counted_length.h"
#include "report/table/partial_date.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionAssessment;
using measure::LesionRole;
using measure::LesionState;
using measure::ReportedLength;
using measure::TimepointAssessment;
using Problem = std::optional<Failure>;

constexpr double longest_possible_mm = 3000.0;
constexpr std::array<std::string_view, 8> target_words{"", "baseline", "NA", "CR", "PR", "SD", "PD", "NE"};
constexpr std::array<std::string_view, 7> non_target_words{"", "baseline", "NA", "CR", "NON-CR/NON-PD", "PD", "NE"};
constexpr std::array<std::string_view, 10> overall_words{"", "baseline", "NA", "CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE", "NED"};

/// Where something was found, for people: positions only, as labels and ids may hold anything.
std::string place_of(std::size_t timepoint, const LesionAssessment& lesion)
{
  return "time point " + std::to_string(timepoint + 1) + ", lesion " + ascii_text(lesion.lesion.id.text()).substr(0, 40) + ": ";
}

Failure invalid(std::size_t timepoint, const LesionAssessment& lesion, std::string message)
{
  return Failure{CdiscError::LesionInvalid, place_of(timepoint, lesion) + std::move(message)};
}

Problem check_state(std::size_t t, const LesionAssessment& lesion)
{
  const auto state = measure::parse_lesion_state(lesion.state);
  if (state && measure::is_allowed(*state, lesion.lesion.role)) return {};
  return invalid(t, lesion,
                 "the state is no word for a " + std::string(name_of(lesion.lesion.role)) +
                     " lesion (TR has no term for it). Correct the state.");
}

bool is_possible(Millimeters length) { return length.value() >= 0.0 && length.value() <= longest_possible_mm; }

Problem check_lengths(std::size_t t, const LesionAssessment& lesion)
{
  for (const auto* caliper : {&lesion.longest_diameter, &lesion.short_axis})
    if (*caliper && !is_possible((*caliper)->length))
      return invalid(t, lesion, "a diameter is no length between 0 and 3000 mm (TRORRES would be wrong). Correct it.");
  for (const auto fragment : lesion.fragments)
    if (!is_possible(fragment))
      return invalid(t, lesion, "a part is no length between 0 and 3000 mm (TRORRES would be wrong). Correct it.");
  if (lesion.response_contribution && !is_possible(*lesion.response_contribution))
    return invalid(t, lesion, "what entered the sum is no length between 0 and 3000 mm (TRORRES would be wrong). Correct it.");
  return {};
}

/// The number written must be the number that was added up.
Problem check_contribution(std::size_t t, const LesionAssessment& lesion, ReportedLength quantum)
{
  if (lesion.lesion.role != LesionRole::Target) return {};
  const auto state = state_of(&lesion);
  const auto counted = counted_length(lesion, quantum);
  const bool needs_length = state == LesionState::Measured || state == LesionState::Split;
  if (needs_length && !counted)
    return invalid(t, lesion, "the state is " + lesion.state + " and the length that counts is missing (TRORRES would be empty). Give it.");
  if (!counted || !lesion.response_contribution) return {};
  if (std::abs(counted->millimeters().value() - lesion.response_contribution->value()) < 1e-6) return {};
  return invalid(t, lesion,
                 "the length that counts and the one that entered the sum differ (one of the two is wrong). Assess the case again.");
}

Problem check_merge(std::size_t t, const TimepointAssessment& timepoint, const LesionAssessment& lesion)
{
  const LesionAssessment* at = &lesion;
  for (std::size_t step = 0; step <= timepoint.lesions.size(); ++step)
  {
    if (state_of(at) != LesionState::MergedInto) return {};
    const auto next = std::find_if(timepoint.lesions.begin(), timepoint.lesions.end(),
                                   [&](const auto& each) { return each.lesion.id == at->merged_into; });
    if (next == timepoint.lesions.end() || next->lesion.role != LesionRole::Target) break;
    at = &*next;
  }
  return invalid(t, lesion, "it is MERGED_INTO no other target (TUMERGE could not name the merged mass). Name the target that carries it.");
}

Problem check_lesion(std::size_t t, const TimepointAssessment& timepoint, const LesionAssessment& lesion, ReportedLength quantum)
{
  if (auto problem = check_state(t, lesion)) return problem;
  if (auto problem = check_lengths(t, lesion)) return problem;
  if (auto problem = check_contribution(t, lesion, quantum)) return problem;
  return check_merge(t, timepoint, lesion);
}

template <std::size_t count> Problem check_word(std::size_t t, const std::string& word, const std::array<std::string_view, count>& words)
{
  if (std::find(words.begin(), words.end(), word) != words.end()) return {};
  return Failure{CdiscError::ResponseInvalid, "time point " + std::to_string(t + 1) +
                                                  ": a response is no term of RECIST 1.1 (RS has no term for it). Assess the case again."};
}

Problem check_responses(std::size_t t, const measure::ResponseAssessment& response)
{
  if (auto problem = check_word(t, response.target_response, target_words)) return problem;
  if (auto problem = check_word(t, response.non_target_response, non_target_words)) return problem;
  return check_word(t, response.overall_response, overall_words);
}

Problem check_date(std::size_t t, const std::string& date)
{
  if (is_partial_date(date)) return {};
  return Failure{CdiscError::DateInvalid,
                 "time point " + std::to_string(t + 1) +
                     ": the date is no ISO 8601 date (--DTC could not be read). Write YYYY-MM-DD, YYYY-MM, YYYY, or leave it empty."};
}

/// Role and nodal flag are frozen (rule N2); an id names one lesion.
class Identities
{
public:
  Problem check(std::size_t t, const TimepointAssessment& timepoint)
  {
    std::set<LesionId> seen;
    for (const auto& lesion : timepoint.lesions)
    {
      const auto& [place, is_new] = known_.emplace(lesion.lesion.id, lesion.lesion);
      if (lesion.lesion.id.empty() || !seen.insert(lesion.lesion.id).second)
        return invalid(t, lesion, "its id is empty or given twice (TULNKID names one lesion). Give each lesion its own id.");
      if (!is_new && (place->second.role != lesion.lesion.role || place->second.nodal != lesion.lesion.nodal ||
                      place->second.organ != lesion.lesion.organ))
        return invalid(t, lesion, "role, organ or nodal flag differ from an earlier time point (TU says them once). Correct them.");
    }
    return {};
  }

private:
  std::map<LesionId, measure::Lesion> known_;
};

Problem check_labels(const measure::Assessment& assessment)
{
  std::set<TimepointLabel> labels;
  for (const auto& timepoint : assessment.timepoints)
    if (timepoint.label.empty() || !labels.insert(timepoint.label).second)
      return Failure{CdiscError::VisitsUnordered,
                     "a time point has no label, or two have the same (VISIT could not tell them apart). Give each its own label."};
  if (labels.empty())
    return Failure{CdiscError::VisitsUnordered,
                   "the assessment has no time point (there is nothing to write). Give an assessment with a baseline."};
  return {};
}

Problem problem_of(const measure::Assessment& assessment)
{
  if (auto problem = check_labels(assessment)) return problem;
  const double quantum_um = std::round(assessment.limits.length_quantum.value() * 1000.0);
  if (!(quantum_um >= 1.0 && quantum_um <= 10000.0))
    return Failure{CdiscError::LesionInvalid,
                   "lengths are rounded to no quantum between 0.001 and 10 mm (no length could be written). Correct the limits."};
  const auto quantum = ReportedLength::from_micrometers(static_cast<std::int64_t>(quantum_um));
  Identities identities;
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
  {
    const auto& timepoint = assessment.timepoints[t];
    if (auto problem = check_date(t, timepoint.date)) return problem;
    if (auto problem = identities.check(t, timepoint)) return problem;
    if (auto problem = check_responses(t, timepoint.response)) return problem;
    for (const auto& lesion : timepoint.lesions)
      if (auto problem = check_lesion(t, timepoint, lesion, quantum)) return problem;
  }
  return {};
}
}  // namespace

Result<Done> check_reading(const Study& study, const StudyReading& reading)
{
  if (const auto problem = problem_of(*reading.assessment)) return problem->in_context("subject " + subject_of(study, reading));
  return Done{};
}
}  // namespace nadir::report::cdisc
