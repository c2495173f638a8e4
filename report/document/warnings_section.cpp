#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

/// Collects list items "place: text".
class WarningList
{
public:
  void add(const std::string& place, const std::string& words)
  {
    items_ += element("li", (place.empty() ? Html{} : element("strong", text(place + ": "))) + text(words));
    ++count_;
  }
  std::size_t count() const { return count_; }
  Html items() const { return items_; }

private:
  Html items_;
  std::size_t count_ = 0;
};

bool needs_attention(const std::string& severity) { return severity == "warning" || severity == "refusal"; }

void add_series(const TimepointAssessment& timepoint, WarningList& list)
{
  for (const auto& series : timepoint.series)
  {
    const std::string place = timepoint.label.text() + ", " + series.sequence + " " + series.plane;
    if (!series.measurable) list.add(place, "not measurable in three dimensions.");
    for (const auto& [severity, words] : series.remarks)
      if (needs_attention(severity)) list.add(place, words);
  }
}

void add_timepoint(const TimepointAssessment& timepoint, WarningList& list)
{
  const std::string& label = timepoint.label.text();
  for (const auto& warning : timepoint.warnings) list.add(label, warning);
  for (const auto& lesion : timepoint.lesions)
    for (const auto& warning : lesion.warnings) list.add(label + ", " + lesion.lesion.id.text(), warning);
  add_series(timepoint, list);
}
}  // namespace

Html warnings_section(const Assessment& assessment)
{
  WarningList list;
  for (const auto& warning : assessment.warnings) list.add("", warning);
  for (const auto& timepoint : assessment.timepoints) add_timepoint(timepoint, list);
  if (list.count() == 0) return element("p", {{"class", "no-warnings"}}, text("No warnings."));
  const std::string heading = list.count() == 1 ? "1 warning" : std::to_string(list.count()) + " warnings";
  return element("section", {{"class", "warnings"}}, element("h2", text(heading)) + element("ul", list.items()));
}
}  // namespace nadir::report
