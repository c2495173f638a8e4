#include "measure/response/category.h"
#include "report/document/display_text.h"
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

Html numbers_of(const ResponseAssessment& response, const ResponseLimits& limits)
{
  Html facts = fact("Sum of diameters", length_text(response.sum_of_diameters, limits));
  if (response.nadir_sum || response.change_from_baseline_percent)
    facts += fact("From baseline " + length_text(response.baseline_sum, limits),
                  change_text(response.baseline_sum, response.sum_of_diameters, limits)) +
             fact("From nadir " + length_text(response.nadir_sum, limits), nadir_change(response, limits));
  return facts + fact("Target", or_dash(response.target_response)) + fact("Non-target", or_dash(response.non_target_response)) +
         fact("New lesions", joined(response.new_lesions));
}

Html flag_line(const TimepointAssessment& timepoint)
{
  Html lines;
  for (const auto& flag : timepoint.flags)
    lines += element("li", element("strong", text(flag.id)) + text(" (" + flag.level + "): " + flag.explanation));
  return lines.empty() ? lines : element("ul", {{"class", "card-flags"}}, lines);
}

Html card(const TimepointAssessment& timepoint, const ResponseLimits& limits)
{
  const auto& response = timepoint.response;
  const bool is_baseline = parse_category(response.overall_response) == Category::Baseline;
  const std::string word = is_baseline ? "Baseline" : or_dash(response.overall_response);
  const Html heading = element("h3", text(timepoint.label.text())) +
                       element("p", {{"class", "date"}}, text(timepoint.date.empty() ? "date unknown" : timepoint.date));
  const Html call =
      element("p", {{"class", style_of(response.overall_response)}}, element("span", {{"class", "word"}}, text(shortened(word, 40)))) +
      element("p", {{"class", "call-words"}}, text(category_words(response.overall_response)));
  return element("article", {{"class", "card"}}, heading + call + element("dl", numbers_of(response, limits)) + flag_line(timepoint));
}

Html figure_of(const LinePlot& plot, std::string_view caption)
{
  return element("figure", {{"class", plot.width > 500.0 ? "plot-figure wide" : "plot-figure"}},
                 svg_of(plot) + element("figcaption", text(caption)));
}
}  // namespace

Html response_section(const Assessment& assessment)
{
  Html cards, plots;
  for (const auto& timepoint : assessment.timepoints) cards += card(timepoint, assessment.limits);
  plots += figure_of(sum_plot(assessment), "Sum of diameters of the target lesions. " + limits_in_words(assessment.limits));
  const LinePlot volumes = volume_plot(assessment);
  if (!volumes.lines.empty()) plots += figure_of(volumes, "Volume of each lesion. Information only: RECIST does not use it.");
  return element("section", element("h2", text("Overall response")) + element("div", {{"class", "cards"}}, cards) +
                                element("div", {{"class", "plots"}}, plots));
}
}  // namespace nadir::report
