#include "report/document/named_values.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

Html citations(std::string_view heading, const std::vector<std::string>& list)
{
  if (list.empty()) return {};
  Html items;
  for (const auto& citation : list) items += element("li", text(citation));
  return element("div", element("h4", text(heading)) + element("ul", items));
}

Html block_of(const Flag& flag, const TimepointAssessment& timepoint)
{
  const Html sides = citations("Speaks for giving it weight", flag.literature_for) + citations("Speaks against", flag.literature_against);
  return element("article", {{"class", "flag"}},
                 element("h3", text(timepoint.label.text() + ": " + flag.id + " (" + flag.level + ")")) +
                     element("p", text(flag.explanation)) + named_values(flag.numbers) +
                     (sides.empty() ? sides : element("div", {{"class", "sides"}}, sides)));
}
}  // namespace

Html flag_section(const Assessment& assessment)
{
  Html flags;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& flag : timepoint.flags) flags += block_of(flag, timepoint);
  if (flags.empty()) return flags;
  return element("section", {{"class", "flags"}, {"id", place_of_flags}},
                 element("h2", text("Flags") + element("small", text("  information beyond the criteria; they never change a category"))) +
                     flags);
}
}  // namespace nadir::report
