#include "measure/response/category.h"
#include "report/document/display_text.h"
#include "report/document/glance_timepoints.h"
#include "report/document/html_table.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"
#include "report/document/response_plots.h"

namespace nadir::report
{
namespace
{
using namespace measure;

/// Class of the style sheet; the word itself always says the same.
std::string style_of(std::string_view category)
{
  const auto known = parse_category(category);
  if (known == Category::ProgressiveDisease) return "call progression";
  if (known == Category::PartialResponse || known == Category::CompleteResponse) return "call responding";
  if (known == Category::NotEvaluable) return "call open";
  return "call";
}

Html fact(const std::string& name, const std::string& value)
{
  return element("div", element("dt", text(name)) + element("dd", text(value)));
}

std::string joined(const std::vector<LesionId>& lesions)
{
  std::string list;
  for (const auto& lesion : lesions) list += (list.empty() ? "" : ", ") + lesion.text();
  return list.empty() ? "none" : list;
}

std::string or_dash(const std::string& word) { return word.empty() ? std::string(absent_text) : word; }

std::string nadir_change(const ResponseAssessment& response, const ResponseLimits& limits)
{
  const std::string percent = change_text(response.nadir_sum, response.sum_of_diameters, limits);
  if (!response.change_from_nadir) return percent;
  return percent + " (" + length_change_text(response.change_from_nadir) + ")";
}

/// "SD / NON-CR/NON-PD / NA" would be read wrongly: each with its name.
std::string parts_of(const ResponseAssessment& response)
{
  std::string words = "target " + or_dash(response.target_response) + ", non-target " + or_dash(response.non_target_response);
  return words + ", new: " + joined(response.new_lesions);
}

Html numbers_of(const ResponseAssessment& response, const ResponseLimits& limits)
{
  Html facts = fact("Sum of diameters", length_text(response.sum_of_diameters, limits));
  if (response.nadir_sum || response.change_from_baseline_percent)
    facts += fact("From baseline " + length_text(response.baseline_sum, limits),
                  change_text(response.baseline_sum, response.sum_of_diameters, limits)) +
             fact("From nadir " + length_text(response.nadir_sum, limits), nadir_change(response, limits));
  if (!response.margin.empty()) facts += fact("Margin", response.margin);
  if (!response.certainty.empty()) facts += fact("If read again", response.certainty);
  return facts + fact("Parts", parts_of(response));
}

/// What RECIST hides is said on page one; where many flags would push the pictures off it, their names are.
Html flag_line(const TimepointAssessment& timepoint)
{
  constexpr std::size_t most_in_words = 3;
  Html lines;
  for (const auto& flag : timepoint.flags)
  {
    const std::string words = timepoint.flags.size() > most_in_words ? ", " : ": " + flag.explanation + ", ";
    lines += element("li",
                     element("strong", text(flag.id)) + text(" (" + flag.level + ")" + words) + link_to(place_of_flags, text("see Flags")));
  }
  return lines.empty() ? lines : element("ul", {{"class", "card-flags"}}, lines);
}

Html card(const Assessment& assessment, std::size_t t)
{
  const auto& timepoint = assessment.timepoints[t];
  const auto& response = timepoint.response;
  const bool is_baseline = parse_category(response.overall_response) == Category::Baseline;
  const std::string word = is_baseline ? "Baseline" : or_dash(response.overall_response);
  const Html heading =
      element("h3", link_to(place_of_reasons(t), text(timepoint.label.text())) +
                        element("span", {{"class", "date"}}, text("  " + (timepoint.date.empty() ? "date unknown" : timepoint.date))));
  const Html call = element("p", {{"class", style_of(response.overall_response)}},
                            element("span", {{"class", "word"}}, text(shortened(word, 40))) +
                                element("span", {{"class", "call-words"}}, text("  " + category_words(response.overall_response))));
  return element("article", {{"class", "card"}},
                 heading + call + element("dl", numbers_of(response, assessment.limits)) + flag_line(timepoint));
}

Html figure_of(const LinePlot& plot, std::string_view caption)
{
  return element("figure", {{"class", plot.width > 500.0 ? "plot-figure wide" : "plot-figure"}},
                 svg_of(plot) + element("figcaption", text(caption)));
}
}  // namespace

Html response_section(const Assessment& assessment)
{
  Html cards;
  const auto shown = glance_timepoints(assessment);
  for (const std::size_t t : shown) cards += card(assessment, t);
  const bool all = shown.size() == assessment.timepoints.size();
  return element("section", element("h2", text(all ? "Overall response" : "Overall response: baseline, nadir and latest")) +
                                element("div", {{"class", "cards"}}, cards));
}

namespace
{
/// All time points in one table, where page one cannot hold them.
Html all_responses(const Assessment& assessment)
{
  if (glance_timepoints(assessment).size() == assessment.timepoints.size()) return {};
  HtmlTable table("plain responses", text("Every time point"));
  table.head(text_cells({"Time point", "Date", "Response", "Sum", "From baseline", "From nadir", "Margin", "If read again"}));
  for (const auto& timepoint : assessment.timepoints)
  {
    const auto& response = timepoint.response;
    const bool is_baseline = &timepoint == &assessment.timepoints.front();
    table.row(text_cells(
        {timepoint.label.text(), or_dash(timepoint.date), or_dash(response.overall_response),
         length_text(response.sum_of_diameters, assessment.limits),
         is_baseline ? std::string(absent_text) : change_text(response.baseline_sum, response.sum_of_diameters, assessment.limits),
         nadir_change(response, assessment.limits), or_dash(response.margin), or_dash(response.certainty)}));
  }
  return table.finish();
}
}  // namespace

Html course_section(const Assessment& assessment)
{
  Html plots = figure_of(sum_plot(assessment), "Sum of diameters of the target lesions. " + limits_in_words(assessment.limits));
  const LinePlot volumes = volume_plot(assessment);
  if (!volumes.lines.empty()) plots += figure_of(volumes, "Volume of each lesion. Information only: RECIST does not use it.");
  return element("section", element("h2", text("Course")) + element("div", {{"class", "plots"}}, plots) + all_responses(assessment));
}
}  // namespace nadir::report
