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

/// "T01, T02": the lesions measured on the images of a series.
std::string lesions_on(const SeriesAssessment& series, const TimepointAssessment& timepoint)
{
  std::string list;
  for (const auto& lesion : timepoint.lesions)
    if (!series.series.empty() && lesion.evidence.series == series.series) list += (list.empty() ? "" : ", ") + lesion.lesion.id.text();
  return list;
}

std::string heading_of(const SeriesAssessment& series)
{
  return series.sequence + ", " + series.plane + " \u2013 " + (series.measurable ? "measurable" : "not measurable");
}

Html facts_of(const SeriesAssessment& series)
{
  Html facts;
  for (const auto& [name, value] : series.certificate) facts += element("div", element("dt", text(name)) + element("dd", text(value)));
  return element("p", {{"class", "uid"}}, text(series.stack_id + " \u00b7 series " + series.series.text())) + element("dl", facts) +
         list_of("remarks", series.remarks) + list_of("clues", series.sequence_clues);
}

/// In full where something was measured; the other series open on demand, and print as one line each.
Html certificate_of(const SeriesAssessment& series, const TimepointAssessment& timepoint)
{
  const std::string lesions = lesions_on(series, timepoint);
  if (lesions.empty())
    return element("details", {{"class", "certificate"}}, element("summary", text(heading_of(series))) + facts_of(series));
  return element("article", {{"class", "certificate"}},
                 element("h4", text(heading_of(series) + "; measured here: " + lesions)) + facts_of(series));
}

Html certificates_at(const TimepointAssessment& timepoint)
{
  Html measured_on, others;
  for (const auto& series : timepoint.series)
    (lesions_on(series, timepoint).empty() ? others : measured_on) += certificate_of(series, timepoint);
  if (timepoint.series.empty()) others += element("p", text("No images were used."));
  return element("h3", text(timepoint.label.text())) + measured_on + others;
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
