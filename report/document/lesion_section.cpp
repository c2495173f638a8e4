#include <algorithm>

#include "report/document/display_text.h"
#include "report/document/glance_timepoints.h"
#include "report/document/html_table.h"
#include "report/document/lesion_row.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

constexpr std::size_t most_columns = 5;  // time points that fit beside each other on A4

Html line(std::string_view style, const Html& content) { return element("span", {{"class", std::string(style)}}, content); }

/// "96.0 × 78.0 mm" with the length that counts in bold.
Html sizes(const LesionAssessment& lesion)
{
  const auto length = [](const std::optional<Caliper>& caliper)
  { return text(length_digits(caliper ? std::optional(caliper->length) : std::nullopt)); };
  Html longest = length(lesion.longest_diameter), shortest = length(lesion.short_axis);
  auto& counted = lesion.lesion.nodal ? shortest : longest;
  if (lesion.lesion.role == LesionRole::Target) counted = element("strong", counted);
  return line("size", longest + text(" \u00d7 ") + shortest + text(" mm"));
}

std::string state_line(const LesionAssessment& lesion, const ResponseLimits& limits)
{
  std::string words = state_words(lesion);
  if (lesion.response_contribution && lesion.merged_into.empty())
    words += " (counts " + length_text(lesion.response_contribution, limits) + ")";
  if (!lesion.reason.empty()) words += ": " + lesion.reason;
  return words;
}

/// A lesion that became part of another one has no change of its own: its 0 mm in the sum is no shrinking.
Html changes(const LesionAssessment& lesion, const LesionAssessment* baseline, const ResponseLimits& limits)
{
  if (!baseline || baseline == &lesion || lesion.lesion.role == LesionRole::New || !lesion.merged_into.empty()) return {};
  const std::string length = change_text(counted_length(*baseline), counted_length(lesion), limits);
  const std::string volume = change_text(baseline->volume, lesion.volume);
  std::string words;
  if (length != absent_text) words = "length\u00a0" + length;
  if (volume != absent_text) words += (words.empty() ? "" : ", ") + ("volume\u00a0" + volume);
  return words.empty() ? Html{} : line("change", text(words));
}

/// A band stays together when its line is divided.
std::string unbroken(std::string words)
{
  for (auto blank = words.find(" to "); blank != std::string::npos; blank = words.find(" to ", blank))
    words.replace(blank, 4, "\u00a0to\u00a0");
  return words;
}

/// The living part and the dead share; nothing where the images cannot tell.
Html tissue_lines(const TissueContent& tissue)
{
  Html lines;
  if (tissue.viable_volume_ml) lines += line("tissue", text("viable " + unbroken(band_text(*tissue.viable_volume_ml, 1)) + "\u00a0mL"));
  if (tissue.necrotic_fraction) lines += line("tissue", text("necrosis " + unbroken(percent_band_text(*tissue.necrotic_fraction))));
  if (const auto& reader = tissue.threshold_by_reader)
    lines += line("tissue", text("threshold set by the reader (automatic: necrosis " +
                                 unbroken(percent_band_text(reader->automatic_necrotic_fraction)) + ")"));
  return lines;
}

Html cell(const LesionAssessment* lesion, const LesionAssessment* baseline, const ResponseLimits& limits)
{
  if (!lesion) return text("not listed");
  Html content;
  if (lesion->longest_diameter || lesion->short_axis) content += sizes(*lesion);
  if (lesion->state != "MEASURED" || content.empty()) content += line("state", text(state_line(*lesion, limits)));
  if (lesion->volume) content += line("volume", text(volume_text(lesion->volume, lesion->volume_uncertainty)));
  if (lesion->tissue) content += tissue_lines(*lesion->tissue);
  return content + changes(*lesion, baseline, limits);
}

Html row_heading(const Lesion& lesion, std::size_t row)
{
  const std::string kind = std::string(name_of(lesion.role)) + (lesion.nodal ? ", node" : "");
  return line("lesion-id", link_to(place_of_lesion(row), element("strong", text(lesion.id.text()))) + text(" " + lesion.organ)) +
         line("role", text(kind));
}

/// The columns of one table: positions of time points.
using Columns = std::vector<std::size_t>;

template <class CellOf> void summary_row(HtmlTable& table, const Columns& columns, std::string_view name, const CellOf& cell_of)
{
  std::vector<Html> cells{text(name)};
  for (const std::size_t t : columns) cells.push_back(text(cell_of(t)));
  table.row("summary", cells);
}

void summary_rows(HtmlTable& table, const Assessment& assessment, const Columns& columns)
{
  const auto& limits = assessment.limits;
  const auto response = [&](std::size_t t) -> const ResponseAssessment& { return assessment.timepoints[t].response; };
  const auto shown = [](const std::string& word) { return word.empty() ? std::string(absent_text) : word; };
  summary_row(table, columns, "Sum of diameters", [&](std::size_t t) { return length_text(response(t).sum_of_diameters, limits); });
  summary_row(table, columns, "From baseline",
              [&](std::size_t t)
              { return t == 0 ? std::string(absent_text) : change_text(response(t).baseline_sum, response(t).sum_of_diameters, limits); });
  summary_row(table, columns, "From nadir",
              [&](std::size_t t)
              { return t == 0 ? std::string(absent_text) : change_text(response(t).nadir_sum, response(t).sum_of_diameters, limits); });
  summary_row(table, columns, "Overall response", [&](std::size_t t) { return shown(response(t).overall_response); });
}

enum class Ending
{
  Lesions,
  Summary,  ///< sums, changes and calls below them
};

Html table_of(const Assessment& assessment, const std::vector<LesionRow>& rows, const Columns& columns, Ending ending)
{
  HtmlTable table("lesions", text("Longest diameter \u00d7 short axis (bold: the length that enters the sum), volume \u00b1 one standard "
                                  "deviation, change from baseline"));
  std::vector<Html> head{text("Lesion")};
  for (const std::size_t t : columns)
    head.push_back(line("label", text(assessment.timepoints[t].label.text())) + line("own-line date", text(assessment.timepoints[t].date)));
  table.head(head);
  for (std::size_t k = 0; k < rows.size(); ++k)
  {
    const auto& row = rows[k];
    std::vector<Html> cells{row_heading(*row.lesion, k)};
    for (const std::size_t t : columns) cells.push_back(cell(row.at_timepoint[t], row.at_timepoint.front(), assessment.limits));
    table.row(cells);
  }
  if (ending == Ending::Summary) summary_rows(table, assessment, columns);
  return table.finish();
}
}  // namespace

Html glance_lesions(const Assessment& assessment)
{
  const Columns shown = glance_timepoints(assessment);
  if (shown.empty()) return {};
  return element("section", element("h2", text("Lesions")) + table_of(assessment, lesion_rows(assessment), shown, Ending::Lesions));
}

Html lesion_section(const Assessment& assessment)
{
  const std::size_t count = assessment.timepoints.size();
  if (glance_timepoints(assessment).size() == count) return {};
  const std::size_t tables = (count + most_columns - 1) / most_columns, each = (count + tables - 1) / tables;
  const auto rows = lesion_rows(assessment);
  Html content = element("h2", text("Lesions at every time point"));
  for (std::size_t first = 0; first < count; first += each)
  {
    Columns columns;
    for (std::size_t t = first; t < std::min(first + each, count); ++t) columns.push_back(t);
    content += table_of(assessment, rows, columns, Ending::Summary);
  }
  return element("section", content);
}
}  // namespace nadir::report
