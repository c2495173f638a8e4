#include "measure/assessment/response_of.h"

#include "imaging/units/number_text.h"
#include "measure/response/add_response.h"
#include "measure/response/discordance/discordance.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/baseline_conformance.h"
#include "measure/response/recist_1_1/certainty.h"
#include "measure/response/recist_1_1/margin.h"
#include "measure/response/recist_1_1/repeatability.h"

namespace nadir::measure
{
namespace
{
std::vector<Lesion> lesions_of(const Case& input)
{
  std::vector<Lesion> lesions;
  for (const auto& lesion : input.lesions) lesions.push_back(lesion.lesion);
  return lesions;
}

void append(std::vector<Finding>& to, const std::vector<Finding>& from) { to.insert(to.end(), from.begin(), from.end()); }

void add_baseline_conformance(const PatientReadings& readings, const Protocol& protocol, TimepointAssessment& baseline)
{
  const auto conformance = recist_1_1::baseline_conformance(readings, protocol);
  for (const auto& lesion : conformance.lesions) append(baseline.response.findings, lesion.findings);
  append(baseline.response.findings, conformance.findings);
  if (!conformance.conforms) baseline.warnings.push_back("the baseline does not conform to RECIST 1.1 in every point: see its findings");
}

/// How far the category is from its neighbours, in the same list as the rules that led to it.
void add_margins(const PatientReadings& readings, const Protocol& protocol, const TimepointResponse& response,
                 TimepointAssessment& timepoint)
{
  const auto margins = recist_1_1::margins(readings, response, protocol);
  if (!margins.empty()) timepoint.response.margin = in_words(readings, margins.front());
  for (const auto& margin : margins)
    timepoint.response.findings.push_back(
        {"N5", "distance to the next category", std::string(name_of(margin.to)), in_words(readings, margin), {}});
}

/// "SD 91.2 %, PD 8.8 %; sum 54.1 to 60.3 mm".
std::string in_words(const recist_1_1::TimepointCertainty& certainty)
{
  std::string words;
  for (const auto& [category, probability] : certainty.probabilities)
    words += (words.empty() ? "" : ", ") + std::string(name_of(category)) + " " + format_fixed(100.0 * probability, 1) + " %";
  if (certainty.sum)
    words += "; sum " + format_fixed(certainty.sum->first.value(), 1) + " to " + format_fixed(certainty.sum->second.value(), 1) + " mm";
  return words;
}

/// Names of the lesions that the program alone outlined or found gone: "T1, T2".
std::string unconfirmed_lesions(const TimepointAssessment& timepoint)
{
  std::string names;
  for (const auto& lesion : timepoint.lesions)
    if (lesion.evidence.source == "propagation") names += (names.empty() ? "" : ", ") + lesion.lesion.id.text();
  return names;
}

/// The repeatability of readers says nothing of an outline that no reader has seen.
void add_certainty(const PatientReadings& readings, const Protocol& protocol, std::vector<TimepointAssessment>& timepoints)
{
  const auto certainties = recist_1_1::certainty(readings, protocol, recist_1_1::repeatability_of(protocol.repeatability));
  for (std::size_t t = 1; t < timepoints.size() && t < certainties.size(); ++t)
  {
    const auto unconfirmed = unconfirmed_lesions(timepoints[t]);
    timepoints[t].response.certainty = unconfirmed.empty()
                                           ? in_words(certainties[t])
                                           : "not told: nobody has confirmed what the program carried over (" + unconfirmed + ")";
  }
}
}  // namespace

void withhold_responses(std::vector<TimepointAssessment>& timepoints, std::size_t first, const std::string& why)
{
  for (std::size_t t = first; t < timepoints.size(); ++t)
  {
    auto& timepoint = timepoints[t];
    std::vector<Finding> reasons;
    for (auto& finding : timepoint.response.findings)
      if (finding.rule == withheld_rule || finding.rule.starts_with("B")) reasons.push_back(std::move(finding));
    reasons.push_back({std::string(withheld_rule), "no response can be told", "withheld", why, {}});
    timepoint.response = {};
    timepoint.response.findings = std::move(reasons);
    timepoint.flags.clear();
  }
}

Result<Done> add_responses(const Case& input, const SliceGeometries& slices, std::vector<TimepointAssessment>& timepoints)
{
  const auto readings = readings_of(lesions_of(input), slices, timepoints);
  if (!readings) return readings.failure();
  const auto response = recist_1_1::assess(*readings, input.protocol);
  for (std::size_t t = 0; t < timepoints.size(); ++t)
  {
    add_response(response.timepoints[t], *readings, timepoints[t]);
    if (t == 0) continue;
    add_margins(*readings, input.protocol, response.timepoints[t], timepoints[t]);
    timepoints[t].flags = discordance::flags(*readings, response, t, input.protocol);
  }
  add_certainty(*readings, input.protocol, timepoints);
  add_baseline_conformance(*readings, input.protocol, timepoints.front());
  auto& warnings = timepoints.front().warnings;
  for (const auto* source : {&readings->warnings(), &response.warnings}) warnings.insert(warnings.end(), source->begin(), source->end());
  return Done{};
}
}  // namespace nadir::measure
