#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

Html named_values(const std::vector<std::pair<std::string, std::string>>& values)
{
  Html items;
  for (const auto& [name, value] : values)
    items += element("span", {{"class", "named-value"}}, text(name + " ") + element("b", text(value)));
  return values.empty() ? items : element("p", {{"class", "named-values"}}, items);
}

Html item_of(const Finding& finding)
{
  const Html head = element("span", {{"class", "rule"}}, text(finding.rule)) + text(" ") + element("strong", text(finding.outcome)) +
                    text(" \u2013 ") + text(finding.explanation) + text(" ") + element("cite", text(finding.clause));
  return element("li", element("p", head) + named_values(finding.inputs));
}

Html citations(std::string_view heading, const std::vector<std::string>& list)
{
  if (list.empty()) return {};
  Html items;
  for (const auto& citation : list) items += element("li", text(citation));
  return element("div", element("h5", text(heading)) + element("ul", items));
}

Html block_of(const Flag& flag)
{
  const Html sides = citations("Speaks for giving it weight", flag.literature_for) + citations("Speaks against", flag.literature_against);
  return element("article", {{"class", "flag"}},
                 element("h4", text(flag.id + " (" + flag.level + ")")) + element("p", text(flag.explanation)) +
                     named_values(flag.numbers) + (sides.empty() ? sides : element("div", {{"class", "sides"}}, sides)));
}

std::string heading_of(const TimepointAssessment& timepoint)
{
  const std::string& label = timepoint.label.text();
  const std::string& call = timepoint.response.overall_response;
  return call.empty() || call == label ? label : label + ": " + call;
}

Html reasons_at(const TimepointAssessment& timepoint)
{
  Html findings, flags;
  for (const auto& finding : timepoint.response.findings) findings += item_of(finding);
  for (const auto& flag : timepoint.flags) flags += block_of(flag);
  Html content = element("h3", text(heading_of(timepoint)));
  content += findings.empty() ? element("p", text("No findings.")) : element("ol", {{"class", "findings"}}, findings);
  return element("section", {{"class", "reasons"}}, content + flags);
}
}  // namespace

Html reasons_section(const Assessment& assessment)
{
  Html content = element("h2", text("How the responses were derived")) +
                 element("p", {{"class", "lead"}},
                         text("Each step names the rule, the clause it comes from and the values it was applied to. Flags are information "
                              "beyond the criteria; they never change a category."));
  for (const auto& timepoint : assessment.timepoints) content += reasons_at(timepoint);
  return element("section", content);
}
}  // namespace nadir::report
