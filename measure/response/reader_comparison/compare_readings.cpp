#include "measure/response/reader_comparison/compare_readings.h"

#include <cmath>
#include <optional>

#include "measure/response/protocol.h"
#include "measure/response/reader_comparison/mixture.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::measure::reader_comparison
{
namespace
{
using Words = std::vector<std::string>;

std::optional<Failure> what_forbids(const Assessment& first, const Assessment& second)
{
  if (first.patient != second.patient)
    return Failure(ComparisonError::OtherPatient, "the readings are of the cases \"" + first.patient + "\" and \"" + second.patient +
                                                      "\" (readings of two patients cannot differ). Name two assessments of one case.");
  if (first.criteria != second.criteria || first.limits != second.limits)
    return Failure(
        ComparisonError::OtherCriteria,
        "the readings were judged by different criteria or limits (their calls do not mean the same). Assess both with one protocol.");
  const auto labels = [](const Assessment& assessment)
  {
    Words words;
    for (const auto& timepoint : assessment.timepoints) words.push_back(timepoint.label.text());
    return words;
  };
  if (labels(first) != labels(second))
    return Failure(ComparisonError::OtherTimepoints,
                   "the readings have different time points (calls of different examinations would stand side by side). "
                   "Give the examinations the same labels in the same order in both cases.");
  return std::nullopt;
}

int permille(double percent) { return static_cast<int>(std::lround(10.0 * percent)); }

/// The default protocol with the limits that the assessment states.
Protocol protocol_of(const Assessment& assessment)
{
  const auto length = [](Millimeters value) { return ReportedLength::from_micrometers(std::llround(1000.0 * value.value())); };
  Protocol protocol;
  protocol.target.partial_response_decrease_permille = permille(assessment.limits.partial_response_decrease_percent);
  protocol.target.progression_increase_permille = permille(assessment.limits.progression_increase_percent);
  protocol.target.progression_minimum_increase = length(assessment.limits.progression_minimum_increase);
  protocol.length_quantum = length(assessment.limits.length_quantum);
  return protocol;
}

Words stated_calls(const Assessment& assessment)
{
  Words words;
  for (const auto& timepoint : assessment.timepoints) words.push_back(timepoint.response.overall_response);
  return words;
}

Words calls_of(const PatientReadings& readings, const Protocol& protocol)
{
  Words words;
  for (const auto& timepoint : recist_1_1::assess(readings, protocol, Explain::No).timepoints)
    words.emplace_back(name_of(timepoint.overall));
  return words;
}

bool has_role(const std::vector<LesionMatch>& matches, LesionRole role)
{
  for (const auto& match : matches)
    if ((match.first && match.first->role == role) || (match.second && match.second->role == role)) return true;
  return false;
}

/// Makes the changed readings and keeps their calls.
class Changes
{
public:
  Changes(const Mixture& mixture, const Protocol& protocol) : mixture_(mixture), protocol_(protocol) {}

  void add_targets(const std::vector<LesionMatch>& matches)
  {
    for (const auto& match : matches)
    {
      if (!match.first || match.first->role != LesionRole::Target) continue;
      const bool is_shared = match.second && match.second->role == LesionRole::Target;
      if (is_shared) add("lengths of " + match.first->id.text(), mixture_.with_lengths_of(match));
      else add("without " + match.first->id.text(), mixture_.without(match.first->id));
    }
  }

  void add_role(const std::vector<LesionMatch>& matches, LesionRole role, const char* question)
  {
    if (has_role(matches, role)) add(question, mixture_.with_role_of_second(role));
  }

  std::vector<Counterfactual> take() { return std::move(changes_); }

private:
  void add(std::string question, const std::optional<PatientReadings>& readings)
  {
    if (readings) changes_.push_back({std::move(question), calls_of(*readings, protocol_)});
  }

  const Mixture& mixture_;
  const Protocol& protocol_;
  std::vector<Counterfactual> changes_;
};

std::vector<Counterfactual> changes_of(const Mixture& mixture, const std::vector<LesionMatch>& matches, const Protocol& protocol)
{
  Changes changes(mixture, protocol);
  changes.add_targets(matches);
  changes.add_role(matches, LesionRole::Target, "targets");
  changes.add_role(matches, LesionRole::NonTarget, "non-target lesions");
  changes.add_role(matches, LesionRole::New, "new lesions");
  return changes.take();
}

/// Why the calls cannot be computed from the assessments; "" where they can.
std::string why_not(const Mixture& mixture, const Assessment& first, const Assessment& second, const Protocol& protocol)
{
  const auto as_first = mixture.as_first(), as_second = mixture.as_second();
  if (as_first && as_second && calls_of(*as_first, protocol) == stated_calls(first) &&
      calls_of(*as_second, protocol) == stated_calls(second))
    return "";
  return "the calls do not follow from the assessments alone (a response was withheld, or the protocol has settings that an assessment "
         "does not carry)";
}

std::vector<Words> explanations(const std::vector<Counterfactual>& changes, const Words& first, const Words& second)
{
  std::vector<Words> explained(first.size());
  for (std::size_t t = 0; t < first.size(); ++t)
    for (const auto& change : changes)
      if (first[t] != second[t] && change.overall[t] == second[t]) explained[t].push_back(change.question);
  return explained;
}
}  // namespace

std::string_view error_code(ComparisonError error)
{
  switch (error)
  {
  case ComparisonError::OtherPatient: return "readings_of_other_patients";
  case ComparisonError::OtherCriteria: return "readings_by_other_criteria";
  case ComparisonError::OtherTimepoints: return "readings_of_other_timepoints";
  }
  return "unknown";
}

Result<ReaderComparison> compare_readings(const Assessment& first, const Assessment& second)
{
  if (auto failure = what_forbids(first, second)) return std::move(*failure);
  ReaderComparison comparison;
  comparison.lesions = match_lesions(first, second);
  const Mixture mixture(first, second, comparison.lesions);
  const auto protocol = protocol_of(first);
  comparison.not_recomputed = why_not(mixture, first, second, protocol);
  if (comparison.not_recomputed.empty()) comparison.changes = changes_of(mixture, comparison.lesions, protocol);
  comparison.explained_by = explanations(comparison.changes, stated_calls(first), stated_calls(second));
  return comparison;
}
}  // namespace nadir::measure::reader_comparison
