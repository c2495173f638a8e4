#include <algorithm>

#include "imaging/units/number_text.h"
#include "report/document/cohort_plots.h"
#include "report/document/display_text.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
namespace
{
constexpr double width = 860.0, row_height = 22.0, left = 110.0, right = 30.0, top = 8.0, bottom = 34.0;

double last_day(const std::vector<CohortCourse>& courses)
{
  double last = 1.0;
  for (const auto& course : courses)
    for (const auto& point : course.points) last = std::max(last, point.day.value_or(0.0));
  return last;
}

double x_of(double day, double last) { return left + day / last * (width - left - right); }

std::string style_of(const CoursePoint& point)
{
  using measure::Category;
  if (point.category == Category::ProgressiveDisease) return "bar-frame bar-progression";
  if (point.category == Category::PartialResponse || point.category == Category::CompleteResponse) return "bar-frame bar-responding";
  if (point.category == Category::StableDisease || point.category == Category::NonCrNonPd) return "bar-frame bar-stable";
  return "bar-frame bar-open";
}

Html row_of(const CohortCourse& course, double y, double last)
{
  Html drawn = svg_text("side-name", {left - 10.0, y + 4.0}, TextAnchor::End, shortened_inside(course.patient, 15)), marks;
  std::optional<double> before;
  for (const auto& point : course.points)
  {
    if (!point.day) continue;
    const double x = x_of(*point.day, last);
    if (before) drawn += svg_rect(style_of(point), {*before, y - 4.0, std::max(0.5, x - *before), 8.0});
    const std::string word = !point.category                                  ? std::string(absent_text)
                             : *point.category == measure::Category::Baseline ? ""
                                                                              : std::string(name_of(*point.category));
    marks += svg_line("sum", {x, y - 6.0}, {x, y + 6.0});
    if (!word.empty()) marks += svg_text("value", {x - 8.0, y + 4.0}, TextAnchor::End, shortened(word, 6));
    before = x;
  }
  return drawn + marks;
}

Html day_axis(double y, double last)
{
  double step = 28.0;
  for (const double candidate : {28.0, 56.0, 84.0, 168.0, 364.0, 728.0})
    if (last / (step = candidate) <= 10.0) break;
  Html axis = svg_line("axis", {left, y}, {width - right, y});
  for (double day = 0.0; day <= last; day += step)
    axis += svg_line("axis", {x_of(day, last), y}, {x_of(day, last), y + 4.0}) +
            svg_text("tick", {x_of(day, last), y + 16.0}, TextAnchor::Middle, format_fixed(day, 0));
  return axis + svg_text("axis-title", {0.5 * (left + width - right), y + 30.0}, TextAnchor::Middle,
                         "days since baseline; the call at each examination");
}
}  // namespace

Html timeline_plot(const std::vector<CohortCourse>& courses)
{
  const double last = last_day(courses), height = top + bottom + row_height * static_cast<double>(courses.size());
  Html rows;
  for (std::size_t k = 0; k < courses.size(); ++k) rows += row_of(courses[k], top + row_height * (static_cast<double>(k) + 0.5), last);
  return element("svg", {{"class", "plot"}, {"role", "img"}, {"viewBox", "0 0 " + coordinate(width) + " " + coordinate(height)}},
                 element("title", text("Examinations of each patient and the call at each; they are in the table")) + rows +
                     day_axis(height - bottom, last));
}
}  // namespace nadir::report
