#include "report/document/display_text.h"
#include "report/document/lesion_row.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using measure::Assessment;

Html fact(std::string_view name, const std::string& value)
{
  return element("div", element("dt", text(name)) + element("dd", text(value)));
}

std::string date_or_unknown(const std::string& date) { return date.empty() ? "date unknown" : date; }

std::string period_of(const Assessment& assessment)
{
  const auto& timepoints = assessment.timepoints;
  if (timepoints.empty()) return "none";
  const std::string first = date_or_unknown(timepoints.front().date);
  if (timepoints.size() == 1) return "1 (" + first + ")";
  return std::to_string(timepoints.size()) + " (" + first + " to " + date_or_unknown(timepoints.back().date) + ")";
}

std::string lesion_counts(const Assessment& assessment)
{
  std::size_t targets = 0, non_targets = 0, new_ones = 0;
  for (const auto& row : lesion_rows(assessment))
    ++(row.lesion->role == measure::LesionRole::Target      ? targets
       : row.lesion->role == measure::LesionRole::NonTarget ? non_targets
                                                            : new_ones);
  return std::to_string(targets) + " target, " + std::to_string(non_targets) + " non-target, " + std::to_string(new_ones) + " new";
}

std::string protocol_of(const Assessment& assessment)
{
  const auto count = assessment.protocol_differences.size();
  if (count == 0) return "default";
  return "differs from the default in " + std::to_string(count) + (count == 1 ? " setting" : " settings") + " (listed at the end)";
}
}  // namespace

Html header_section(const Assessment& assessment)
{
  const Html facts = fact("Criteria", assessment.criteria) + fact("Protocol", protocol_of(assessment)) +
                     fact("Time points", period_of(assessment)) + fact("Lesions", lesion_counts(assessment));
  return element("header", element("p", {{"class", "kind"}}, text("Tumour response assessment \u00b7 MRI")) +
                               element("h1", text("Case " + assessment.patient)) + element("dl", {{"class", "facts"}}, facts) +
                               element("p", {{"class", "notice"}},
                                       text("Research tool, not a medical device. Not for diagnosis or treatment decisions.")));
}
}  // namespace nadir::report
