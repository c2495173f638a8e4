#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"
#include "report/document/cohort_plots.h"
#include "report/document/display_text.h"
#include "report/document/signed_axis.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
namespace
{
constexpr double width = 860.0, height = 300.0, widest_bar = 46.0, least_for_words = 22.0;
constexpr DrawingRect area{44.0, 26.0, 806.0, 210.0};

std::string bar_style(const CohortCourse& course)
{
  using measure::Category;
  if (!course.best_category) return "bar-frame bar-open";
  switch (*course.best_category)
  {
  case Category::CompleteResponse:
  case Category::PartialResponse: return "bar-frame bar-responding";
  case Category::ProgressiveDisease: return "bar-frame bar-progression";
  case Category::StableDisease:
  case Category::NonCrNonPd: return "bar-frame bar-stable";
  default: return "bar-frame bar-open";
  }
}

std::vector<const CohortCourse*> in_order(const std::vector<CohortCourse>& courses)
{
  std::vector<const CohortCourse*> order;
  for (const auto& course : courses) order.push_back(&course);
  std::stable_sort(order.begin(), order.end(),
                   [](const CohortCourse* a, const CohortCourse* b)
                   {
                     if (a->best_percent.has_value() != b->best_percent.has_value()) return a->best_percent.has_value();
                     return a->best_percent && *a->best_percent > *b->best_percent;
                   });
  return order;
}

std::string percent_words(double percent)
{
  const std::string digits = format_fixed(std::abs(percent), 0);
  return percent < 0.0 ? "\u2212" + digits : "+" + digits;
}

std::string call_words(const CohortCourse& course)
{
  return course.best_category ? std::string(name_of(*course.best_category)) : std::string(absent_text);
}

Html slanted(DrawingPoint at, const std::string& words)
{
  return element("text",
                 {{"class", "tick"},
                  {"x", coordinate(at.x)},
                  {"y", coordinate(at.y)},
                  {"text-anchor", "end"},
                  {"transform", "rotate(-40 " + coordinate(at.x) + " " + coordinate(at.y) + ")"}},
                 text(words));
}

Html bar_of(const CohortCourse& course, const SignedAxis& axis, double middle, double bar_width)
{
  const double zero = axis.y(0.0);
  Html drawn = slanted({middle + 4.0, area.y + area.height + 16.0}, shortened_inside(course.patient, 14));
  if (!course.best_percent)
    return drawn + (bar_width >= least_for_words ? svg_text("tick", {middle, zero - 4.0}, TextAnchor::Middle, call_words(course)) : Html{});
  const double end = std::max(area.y, axis.y(*course.best_percent));
  drawn += svg_rect(bar_style(course), {middle - 0.5 * bar_width, std::min(zero, end), bar_width, std::max(0.8, std::abs(zero - end))});
  if (bar_width < least_for_words) return drawn;
  const bool grew = *course.best_percent >= 0.0;
  drawn += svg_text("value", {middle, grew ? end - 4.0 : end + 12.0}, TextAnchor::Middle, percent_words(*course.best_percent));
  return drawn + svg_text("tick", {middle, grew ? zero + 12.0 : zero - 4.0}, TextAnchor::Middle, call_words(course));
}

Html limit_lines(const SignedAxis& axis, const measure::ResponseLimits& limits)
{
  return svg_line("limit-pr", {area.x, axis.y(-limits.partial_response_decrease_percent)},
                  {area.x + area.width, axis.y(-limits.partial_response_decrease_percent)}) +
         svg_line("limit-pd", {area.x, axis.y(limits.progression_increase_percent)},
                  {area.x + area.width, axis.y(limits.progression_increase_percent)});
}
}  // namespace

Html waterfall_plot(const std::vector<CohortCourse>& courses, const measure::ResponseLimits& limits)
{
  const auto order = in_order(courses);
  std::vector<double> values;
  std::string words;
  for (const auto* course : order)
  {
    if (course->best_percent) values.push_back(*course->best_percent);
    words += (words.empty() ? "" : "; ") + course->patient + " " +
             (course->best_percent ? percent_words(*course->best_percent) + " %" : "no change known");
  }
  const SignedAxis axis(values, area);
  Html bars;
  const double step = area.width / static_cast<double>(std::max<std::size_t>(order.size(), 1));
  for (std::size_t k = 0; k < order.size(); ++k)
    bars += bar_of(*order[k], axis, area.x + (static_cast<double>(k) + 0.5) * step, std::min(widest_bar, 0.8 * step));
  return element("svg", {{"class", "plot"}, {"role", "img"}, {"viewBox", "0 0 " + coordinate(width) + " " + coordinate(height)}},
                 element("title", text("Best change of the sum from baseline: " + words)) +
                     axis.drawn("best change of the sum of diameters from baseline, %") + limit_lines(axis, limits) + bars);
}
}  // namespace nadir::report
