#include <limits>

#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

constexpr std::size_t most_at_a_glance = 6;

/// Collects list items "place: text".
class WarningList
{
public:
  explicit WarningList(std::size_t most) : most_(most) {}

  void add(const std::string& place, const std::string& words)
  {
    if (++count_ > most_) return;
    items_ += element("li", (place.empty() ? Html{} : element("strong", text(place + ": "))) + text(words));
  }
  std::size_t count() const { return count_; }
  Html items() const { return items_; }

private:
  Html items_;
  std::size_t most_;
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

WarningList warnings_of(const Assessment& assessment, std::size_t most)
{
  WarningList list(most);
  for (const auto& warning : assessment.warnings) list.add("", warning);
  for (const auto& timepoint : assessment.timepoints) add_timepoint(timepoint, list);
  return list;
}

std::string counted(std::size_t count) { return count == 1 ? "1 warning" : std::to_string(count) + " warnings"; }
}  // namespace

Html gravest_warnings(const Assessment& assessment)
{
  const WarningList list = warnings_of(assessment, most_at_a_glance);
  if (list.count() == 0) return element("p", {{"class", "no-warnings"}}, text("No warnings."));
  Html content = element("h2", text(counted(list.count()))) + element("ul", list.items());
  if (list.count() > most_at_a_glance)
    content += element(
        "p", text("Not shown here: " + std::to_string(list.count() - most_at_a_glance) + " more. All are under \u201cAll warnings\u201d."));
  return element("section", {{"class", "warnings"}}, content);
}

Html warnings_section(const Assessment& assessment)
{
  const WarningList list = warnings_of(assessment, std::numeric_limits<std::size_t>::max());
  if (list.count() <= most_at_a_glance) return {};
  return element("section", element("h2", text("All warnings")) + element("ul", list.items()));
}
}  // namespace nadir::report
