#include "imaging/units/number_text.h"
#include "report/document/html_table.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

std::string effect_text(const ComparabilityItem& item)
{
  if (!item.diameter_effect) return "not estimated";
  std::string words = format_fixed(item.diameter_effect->value(), 1) + " mm";
  if (item.volume_effect_percent) words += ", volume " + format_fixed(*item.volume_effect_percent, 1) + " %";
  return words;
}

Html meaning_of(const ComparabilityItem& item)
{
  return text(item.text) + (item.method.empty() ? Html{} : element("small", text(" (" + item.method + ")")));
}

std::string caption_of(const ComparabilityReport& report)
{
  std::string lesions;
  for (const auto& lesion : report.lesions) lesions += (lesions.empty() ? "" : ", ") + lesion;
  return "Series " + report.followup_stack + " against series " + report.baseline_stack + " at baseline" +
         (lesions.empty() ? "" : "; lesions " + lesions) + "; effects on a diameter of " +
         format_fixed(report.reference_diameter.value(), 0) + " mm";
}

std::string what_is_the_same(const ComparabilityReport& report)
{
  std::string words;
  for (const auto& item : report.items)
    if (item.severity == ComparabilitySeverity::Same)
      words += (words.empty() ? "The same: " : "; ") + item.aspect + " (" + item.baseline + ")";
  return words;
}

Html table_of(const ComparabilityReport& report)
{
  HtmlTable table("plain comparability", text(caption_of(report)));
  table.head(text_cells({"Aspect", "", "Baseline", "Follow-up", "Effect up to", "Meaning"}));
  for (const auto& item : report.items)
  {
    if (item.severity == ComparabilitySeverity::Same) continue;
    const std::string severity(name_of(item.severity));
    table.row(severity, {text(item.aspect), element("b", text(severity)), text(item.baseline), text(item.followup), text(effect_text(item)),
                         meaning_of(item)});
  }
  const Html differences = table.empty() ? element("p", text(caption_of(report) + ": no difference of technique.")) : table.finish();
  return differences + element("p", text(what_is_the_same(report)));
}
}  // namespace

Html comparability_section(const Assessment& assessment)
{
  Html content;
  for (const auto& timepoint : assessment.timepoints)
  {
    if (timepoint.comparability.empty()) continue;
    content += element("h3", text(timepoint.label.text()));
    for (const auto& report : timepoint.comparability) content += table_of(report);
  }
  if (content.empty()) return {};
  return element("section",
                 element("h2", text("Comparability of the examinations")) +
                     element("p", {{"class", "lead"}},
                             text("What differs in technique, and what that alone may do to the numbers; no number is changed by it.")) +
                     content);
}
}  // namespace nadir::report
