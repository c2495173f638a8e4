#include "cli/response/assess_reader.h"

#include "measure/response/discordance/discordance.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::cli
{
namespace
{
using namespace measure::recist_1_1;

void add_responses(report::ReaderAssessment& made, const AssessmentPlan& plan)
{
  const auto explain = plan.depth == Depth::Findings ? measure::Explain::Yes : measure::Explain::No;
  made.response = assess(made.readings, plan.protocol, explain);
  made.margins.reserve(made.response.timepoints.size());
  made.flags.reserve(made.response.timepoints.size());
  for (std::size_t t = 0; t < made.response.timepoints.size(); ++t)
  {
    made.margins.push_back(margins(made.readings, made.response.timepoints[t], plan.protocol));
    made.flags.push_back(measure::discordance::flags({made.readings, made.response, t, plan.protocol, made.margins[t], explain}));
  }
  made.certainty = certainty(made.readings, plan.protocol, repeatability_of(plan.protocol.repeatability));
  const auto course = course_of(made.response, plan.protocol);
  made.best = best_response(course, plan.protocol);
  made.durations = durations(course, made.own_best(), plan.protocol);
  for (const auto criterion : plan.criteria)
    for (auto& response : assess_criterion(criterion, made.readings, made.response, plan.protocol))
      made.criteria.push_back(std::move(response));
}

void add_findings(report::ReaderAssessment& made, const AssessmentPlan& plan)
{
  made.baseline = {baseline_conformance(made.readings, plan.protocol)};
  made.lineage = measure::lineage(made.readings);
  made.counterfactuals = measure::counterfactuals(made.readings, plan.protocol);
}

void add_kept(report::ReaderAssessment& made, std::vector<reading::KeptCells> kept)
{
  for (auto& place : kept)
    for (auto& [column, text] : place.cells) made.kept.push_back({place.lesion, place.timepoint, std::move(column), std::move(text)});
}

void add_warnings(report::ReaderAssessment& made, const std::vector<std::string>& of_table)
{
  made.warnings = of_table;
  made.warnings.insert(made.warnings.end(), made.readings.warnings().begin(), made.readings.warnings().end());
  made.warnings.insert(made.warnings.end(), made.response.warnings.begin(), made.response.warnings.end());
}
}  // namespace

report::ReaderAssessment assess_reader(const std::string& subject, reading::ReaderReadings readings, const AssessmentPlan& plan,
                                       const std::vector<std::string>& warnings)
{
  report::ReaderAssessment made{.subject = subject,
                                .reader = std::move(readings.reader),
                                .readings = std::move(readings.readings),
                                .protocol = plan.protocol,
                                .response = {},
                                .margins = {},
                                .flags = {},
                                .best = {},
                                .durations = {},
                                .certainty = {},
                                .criteria = {},
                                .baseline = {},
                                .lineage = {},
                                .counterfactuals = {},
                                .warnings = {},
                                .kept = {}};
  add_responses(made, plan);
  if (plan.depth == Depth::Findings) add_findings(made, plan);
  add_kept(made, std::move(readings.kept));
  add_warnings(made, warnings);
  return made;
}
}  // namespace nadir::cli
