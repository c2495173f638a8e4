#include "report/document/named_values.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

Html item_of(const Finding& finding)
{
  const Html head = element("span", {{"class", "rule"}}, text(finding.rule)) + text(" ") + element("strong", text(finding.outcome)) +
                    text(" \u2013 ") + text(finding.explanation) + text(" ") + element("cite", text(finding.clause));
  return element("li", element("p", head) + named_values(finding.inputs));
}

std::string heading_of(const TimepointAssessment& timepoint)
{
  const std::string& label = timepoint.label.text();
  const std::string& call = timepoint.response.overall_response;
  return call.empty() || call == label ? label : label + ": " + call;
}

Html reasons_at(const TimepointAssessment& timepoint, const std::string& place)
{
  Html findings;
  for (const auto& finding : timepoint.response.findings) findings += item_of(finding);
  Html content = element("h3", text(heading_of(timepoint)));
  content += findings.empty() ? element("p", text("No findings.")) : element("ol", {{"class", "findings"}}, findings);
  return element("section", {{"class", "reasons"}, {"id", place}}, content);
}
}  // namespace

Html reasons_section(const Assessment& assessment)
{
  Html content =
      element("h2", text("How the responses were derived")) +
      element("p", {{"class", "lead"}}, text("Each step names the rule, the clause it comes from and the values it was applied to."));
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t) content += reasons_at(assessment.timepoints[t], place_of_reasons(t));
  return element("section", content);
}
}  // namespace nadir::report
