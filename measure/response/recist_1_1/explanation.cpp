#include "measure/response/recist_1_1/explanation.h"

#include <string>

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr auto targets_clause = "RECIST 1.1 section 4.3.1";
constexpr auto special_targets_clause = "RECIST 1.1 section 4.3.2";
constexpr auto missing_clause = "RECIST 1.1 section 4.4.2";

std::string words(const std::optional<ReportedLength>& length) { return length ? in_words(*length) : "none"; }

std::string list_of(const PatientReadings& readings, const std::vector<std::size_t>& lesions)
{
  std::string list;
  for (const auto lesion : lesions) list += (list.empty() ? "" : ", ") + readings.lesions()[lesion].lesion.id.text();
  return list;
}

std::string contribution_words(const Contribution& contribution)
{
  auto text = std::string(name_of(contribution.state));
  return contribution.counted ? in_words(*contribution.counted) + " (" + text + ")" : text + ", no number";
}

std::vector<std::size_t> missing_targets(const TimepointResponse& response)
{
  std::vector<std::size_t> missing;
  for (const auto& contribution : response.contributions)
    if (!contribution.counted) missing.push_back(contribution.lesion);
  return missing;
}

Finding sum_finding(const PatientReadings& readings, const TimepointResponse& response)
{
  const bool at_baseline = response.sequence == 0;
  Finding finding{at_baseline ? "B13" : "T5", at_baseline ? "RECIST 1.1 section 4.2" : targets_clause, words(response.sum), "", {}};
  for (const auto& contribution : response.contributions)
    finding.inputs.emplace_back(readings.lesions()[contribution.lesion].lesion.id.text(), contribution_words(contribution));
  finding.explanation = response.sum_is_complete
                            ? "the sum of diameters is " + words(response.sum)
                            : "the sum of diameters is incomplete: no number for " + list_of(readings, missing_targets(response)) +
                                  (response.measured_part ? "; the measured part is " + words(response.measured_part) : std::string{});
  if (!response.sum_is_complete) finding.outcome = "incomplete";
  return finding;
}

Finding nadir_finding(const TimepointResponse& response)
{
  return {"T6",
          targets_clause,
          words(response.nadir),
          "the smallest complete sum of all earlier time points, the baseline included, is " + words(response.nadir),
          {{"baseline sum", words(response.baseline_sum)}}};
}

std::string_view direction(ReportedLength difference)
{
  if (difference == ReportedLength{}) return "did not change";
  return difference > ReportedLength{} ? "rose" : "fell";
}

/// "the sum rose (+23.1 %, +9.0 mm) from the nadir of 39.0 mm to 48.0 mm".
std::string change_words(std::string_view reference_name, const std::optional<ReportedLength>& reference,
                         const std::optional<PercentChange>& change, ReportedLength current)
{
  if (!reference) return "there is no complete " + std::string(reference_name);
  const auto difference = current - *reference;
  const auto size = change ? change->text + ", " + in_words_signed(difference) : in_words_signed(difference);
  return "the sum " + std::string(direction(difference)) + " (" + size + ") from the " + std::string(reference_name) + " of " +
         in_words(*reference) + " to " + in_words(current);
}

std::string permille_words(int permille)
{
  auto text = std::to_string(permille / 10);
  if (permille % 10 != 0) text += '.' + std::to_string(permille % 10);
  return text + " %";
}

std::string target_reason(const TimepointResponse& at, const TargetCall& call, const Protocol& protocol)
{
  const auto& limits = protocol.target;
  const auto rule = call.rule;
  const auto current = at.measured_part.value_or(ReportedLength{});
  const auto from_nadir = change_words("nadir", at.nadir, at.change_from_nadir, current);
  const auto from_baseline = change_words("baseline sum", at.baseline_sum, at.change_from_baseline, current);
  const auto progression_limit =
      "at least " + permille_words(limits.progression_increase_permille) + " and " + in_words(limits.progression_minimum_increase);
  const auto response_limit = "at least " + permille_words(limits.partial_response_decrease_permille) + " less";
  if (rule == "T8") return "no target was examined";
  if (rule == "B13") return "the baseline sum is incomplete, so there is nothing to compare with";
  if (rule == "T9" && call.category == Category::NotEvaluable)
    return "the sum is incomplete, and the measured part alone does not show progression; PR, SD and CR are never derived from an "
           "incomplete sum";
  if (rule == "T9")
    return "the measured part alone shows progression (missing targets counted 0 mm): " + from_nadir + "; PD needs " + progression_limit;
  if (rule == "T11") return "every non-nodal target has disappeared and every nodal target is below " + in_words(limits.normal_node_below);
  if (rule == "T13") return "disease is there again after an overall complete response; any reappearance is progression, whatever its size";
  if (rule == "T10") return from_nadir + "; PD needs " + progression_limit;
  if (rule == "T12") return from_baseline + "; PR needs " + response_limit;
  if (rule == "T12s")
    return "an earlier partial response is kept until PD, CR or NE, although " + from_baseline + " (" + response_limit + " is PR)";
  return "neither PR (" + from_baseline + "; PR needs " + response_limit + ") nor PD (" + from_nadir + "; PD needs " + progression_limit +
         ")";
}

std::string_view clause_of_target(std::string_view rule)
{
  if (rule == "T8" || rule == "T9") return missing_clause;
  if (rule == "T13") return "RECIST 1.1 table 3 footnote and section 4.3.5";
  if (rule == "T12s") return "EORTC RECIST FAQ, management of PR";
  return rule == "B13" ? "RECIST 1.1 section 4.2" : targets_clause;
}

Finding target_finding(const TimepointResponse& at, const TargetCall& call, const Protocol& protocol)
{
  Finding finding{std::string(call.rule),
                  std::string(clause_of_target(call.rule)),
                  std::string(name_of(call.category)),
                  target_reason(at, call, protocol),
                  {{"sum", words(at.sum)},
                   {"measured part", words(at.measured_part)},
                   {"baseline sum", words(at.baseline_sum)},
                   {"nadir", words(at.nadir)}}};
  if (call.raw != call.category) finding.inputs.emplace_back("before keeping the PR", name_of(call.raw));
  return finding;
}

/// A node that cannot be seen counts 0 mm: said, because a node never "disappears" (rule T3).
std::vector<Finding> absent_node_findings(const PatientReadings& readings, const TimepointResponse& at)
{
  std::vector<Finding> findings;
  for (const auto& contribution : at.contributions)
    if (const auto& lesion = readings.lesions()[contribution.lesion].lesion; lesion.nodal && contribution.state == LesionState::Absent)
      findings.push_back({"T3",
                          special_targets_clause,
                          "0.0 mm",
                          "node " + lesion.id.text() + " cannot be seen at all and counts 0 mm; a node that is seen keeps its short axis",
                          {}});
  return findings;
}

std::string non_target_reason(const NonTargetCall& call)
{
  if (call.rule == "T13") return "a non-target lesion is there again after an overall complete response";
  switch (call.category)
  {
  case Category::ProgressiveDisease: return "the reader reports unequivocal progression of non-target disease";
  case Category::NotEvaluable: return "a non-target lesion was not evaluated";
  case Category::CompleteResponse: return "every non-target lesion has disappeared (nodes below 10 mm), and no followed marker is elevated";
  default: return "non-target disease persists without unequivocal progression";
  }
}

Finding non_target_finding(const PatientReadings& readings, const TimepointResponse& at, const NonTargetCall& call, std::size_t timepoint)
{
  Finding finding{std::string(call.rule), "RECIST 1.1 section 4.3.3", std::string(name_of(at.non_target)), non_target_reason(call), {}};
  for (const auto lesion : readings.of_role(LesionRole::NonTarget))
  {
    const auto& reading = readings.timepoints()[timepoint].lesions[lesion];
    auto text = std::string(name_of(reading.state));
    if (!reading.reason.empty()) text += ": " + reading.reason;
    finding.inputs.emplace_back(readings.lesions()[lesion].lesion.id.text(), text);
  }
  return finding;
}

std::string new_lesion_reason(const PatientReadings& readings, const NewLesions& lesions)
{
  if (lesions.state == LesionState::None) return "no new lesion";
  if (lesions.state == LesionState::Equivocal) return "a possible new lesion is equivocal and does not count until proven";
  auto text = "new lesion " + list_of(readings, lesions.unequivocal) + " is unequivocal";
  if (!lesions.backdated.empty())
    text += "; " + list_of(readings, lesions.backdated) + " was equivocal here and proven later, so it counts from here";
  return text;
}

Finding new_lesion_finding(const PatientReadings& readings, const NewLesions& lesions)
{
  return {lesions.backdated.empty() ? "NL1" : "NL2",
          "RECIST 1.1 section 4.3.5",
          std::string(name_of(lesions.state)),
          new_lesion_reason(readings, lesions),
          {}};
}

/// What of the three made it PD.
std::string progression_reason(const TimepointResponse& at)
{
  std::string reasons;
  const auto add = [&](bool is_one, const char* words) { reasons += !is_one ? "" : (reasons.empty() ? "" : " and ") + std::string(words); };
  add(at.target == Category::ProgressiveDisease, "target PD");
  add(at.non_target == Category::ProgressiveDisease, "non-target PD");
  add(at.new_lesion == LesionState::Unequivocal, "an unequivocal new lesion");
  return "the overall response is PD because of " + reasons + "; one of target PD, non-target PD and an unequivocal new lesion is enough";
}

std::string overall_reason(const TimepointResponse& at, const OverallCall& call)
{
  if (call.rule == "O1") return progression_reason(at);
  if (call.rule == "B15") return "no disease at baseline and no new lesion: no response can be assigned";
  if (call.rule == "O3") return "without targets the overall response is the non-target response (table 2)";
  return "target " + std::string(name_of(at.target)) + " with non-target " + std::string(name_of(at.non_target)) +
         " and no unequivocal new lesion (table 1)";
}

Finding overall_finding(const TimepointResponse& at, const OverallCall& call)
{
  return {std::string(call.rule),
          "RECIST 1.1 section 4.4.1",
          std::string(name_of(at.overall)),
          overall_reason(at, call),
          {{"target", std::string(name_of(at.target))},
           {"non-target", std::string(name_of(at.non_target))},
           {"new lesion", std::string(name_of(at.new_lesion))}}};
}
}  // namespace

std::vector<Finding> explain(const PatientReadings& readings, const TimepointResponse& at, const Calls& calls, const Protocol& protocol)
{
  std::vector<Finding> findings;
  if (readings.has_targets())
  {
    findings.push_back(sum_finding(readings, at));
    findings.push_back(nadir_finding(at));
    for (auto& finding : absent_node_findings(readings, at)) findings.push_back(std::move(finding));
    findings.push_back(target_finding(at, calls.target, protocol));
  }
  const auto timepoint = calls.timepoint;
  if (readings.has_non_targets()) findings.push_back(non_target_finding(readings, at, calls.non_target, timepoint));
  findings.push_back(new_lesion_finding(readings, calls.new_lesions));
  findings.push_back(overall_finding(at, calls.overall));
  if (at.after_progression)
    findings.push_back({"T7",
                        "RECIST 1.1 section 4.4.3",
                        "after PD",
                        "an earlier time point was PD; this category is shown, but does not change the best response",
                        {}});
  return findings;
}

std::vector<Finding> explain_baseline(const PatientReadings& readings, const TimepointResponse& at)
{
  if (!readings.has_targets()) return {};
  return {sum_finding(readings, at)};
}
}  // namespace nadir::measure::recist_1_1
