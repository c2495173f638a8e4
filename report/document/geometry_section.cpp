#include "report/document/html_table.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

Html list_of(std::string_view style, const std::vector<std::pair<std::string, std::string>>& values)
{
  Html items;
  for (const auto& [name, value] : values) items += element("li", element("b", text(name)) + text(": " + value));
  return items.empty() ? items : element("ul", {{"class", std::string(style)}}, items);
}

/// "; measured here: T01, T02".
std::string lesions_on(const SeriesAssessment& series, const TimepointAssessment& timepoint)
{
  std::string list;
  for (const auto& lesion : timepoint.lesions)
    if (!series.series.empty() && lesion.evidence.series == series.series)
      list += (list.empty() ? "; measured here: " : ", ") + lesion.lesion.id.text();
  return list;
}

Html certificate_of(const SeriesAssessment& series, const TimepointAssessment& timepoint)
{
  Html facts;
  for (const auto& [name, value] : series.certificate) facts += element("div", element("dt", text(name)) + element("dd", text(value)));
  const Html heading = element("h4", text(series.sequence + ", " + series.plane + " \u2013 " +
                                          (series.measurable ? "measurable" : "not measurable") + lesions_on(series, timepoint)));
  return element("article", {{"class", "certificate"}},
                 heading + element("p", {{"class", "uid"}}, text(series.stack_id + " \u00b7 series " + series.series.text())) +
                     element("dl", facts) + list_of("remarks", series.remarks) + list_of("clues", series.sequence_clues));
}

Html certificates_at(const TimepointAssessment& timepoint)
{
  Html content = element("h3", text(timepoint.label.text()));
  if (timepoint.series.empty()) content += element("p", text("No images were used."));
  for (const auto& series : timepoint.series) content += certificate_of(series, timepoint);
  return content;
}

Html pairings(const Assessment& assessment)
{
  if (assessment.pairings.empty()) return {};
  HtmlTable table("plain", text("Which series were compared, and why they belong together"));
  table.head(text_cells({"Baseline series", "Time point", "Its series", "Reason"}));
  for (const auto& pairing : assessment.pairings)
    table.row(text_cells({pairing.baseline_stack, pairing.followup_label, pairing.followup_stack, pairing.reason}));
  return table.finish();
}
}  // namespace

Html geometry_section(const Assessment& assessment)
{
  Html content = element("h2", text("Geometry certificates")) +
                 element("p", {{"class", "lead"}}, text("How the positions of the slices give the spacing that every number rests on."));
  for (const auto& timepoint : assessment.timepoints) content += certificates_at(timepoint);
  return element("section", content + pairings(assessment));
}
}  // namespace nadir::report
