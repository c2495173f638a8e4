#include <algorithm>
#include <array>

#include "imaging/units/number_text.h"
#include "report/document/cohort_plots.h"
#include "report/document/display_text.h"
#include "report/document/signed_axis.h"
#include "report/document/spread.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
namespace
{
constexpr double width = 860.0, height = 320.0, name_height = 12.0;
constexpr DrawingRect area{44.0, 26.0, 690.0, 244.0};
constexpr std::size_t styles = 8;

double last_day(const std::vector<CohortCourse>& courses)
{
  double last = 1.0;
  for (const auto& course : courses)
    for (const auto& point : course.points) last = std::max(last, point.day.value_or(0.0));
  return last;
}

double x_of(double day, double last) { return area.x + 8.0 + day / last * (area.width - 16.0); }

struct Drawn
{
  Html shapes;
  DrawingPoint end;
};

/// Gaps where a sum or a date is missing.
Drawn web_of(const CohortCourse& course, const SignedAxis& axis, double last, const std::string& style)
{
  Drawn drawn;
  std::vector<DrawingPoint> run;
  Html marks;
  const auto finish = [&]
  {
    if (run.size() > 1) drawn.shapes += empty_element("polyline", {{"class", style}, {"points", coordinates(run)}});
    run.clear();
  };
  for (const auto& point : course.points)
  {
    if (!point.day || !point.percent)
    {
      finish();
      continue;
    }
    run.push_back({x_of(*point.day, last), std::max(area.y, axis.y(*point.percent))});
    drawn.end = run.back();
    const bool progressed = point.category == measure::Category::ProgressiveDisease;
    marks += empty_element("circle", {{"class", style + " point"},
                                      {"cx", coordinate(run.back().x)},
                                      {"cy", coordinate(run.back().y)},
                                      {"r", progressed ? "4.5" : "2.6"}});
  }
  finish();
  drawn.shapes += marks;
  return drawn;
}

Html day_axis(double last)
{
  Html axis;
  double step = 28.0;
  for (const double candidate : {28.0, 56.0, 84.0, 168.0, 364.0, 728.0})
    if (last / (step = candidate) <= 10.0) break;
  for (double day = 0.0; day <= last; day += step)
  {
    axis += svg_line("axis", {x_of(day, last), area.y + area.height}, {x_of(day, last), area.y + area.height + 4.0});
    axis += svg_text("tick", {x_of(day, last), area.y + area.height + 16.0}, TextAnchor::Middle, format_fixed(day, 0));
  }
  return axis +
         svg_text("axis-title", {area.x + 0.5 * area.width, height - 8.0}, TextAnchor::Middle, "days since baseline; large circle: PD");
}
}  // namespace

Html spider_plot(const std::vector<CohortCourse>& courses, const measure::ResponseLimits& limits)
{
  std::vector<double> values;
  for (const auto& course : courses)
    for (const auto& point : course.points)
      if (point.percent && point.day) values.push_back(*point.percent);
  const SignedAxis axis(values, area);
  const double last = last_day(courses);
  Html webs, names;
  std::vector<double> wishes;
  std::vector<std::size_t> named;
  std::vector<Drawn> drawn;
  for (std::size_t k = 0; k < courses.size(); ++k)
  {
    drawn.push_back(web_of(courses[k], axis, last, "lesion-" + std::to_string(k % styles)));
    webs += drawn.back().shapes;
    if (drawn.back().shapes.empty()) continue;
    wishes.push_back(drawn.back().end.y);
    named.push_back(k);
  }
  const auto places = spread_apart(wishes, name_height, area.y, area.y + area.height);
  for (std::size_t n = 0; n < named.size(); ++n)
  {
    const std::string style = "lesion-" + std::to_string(named[n] % styles);
    const double right = area.x + area.width;
    names += svg_line("leader", drawn[named[n]].end, {right + 6.0, places[n]}) +
             svg_line(style, {right + 6.0, places[n]}, {right + 22.0, places[n]}) +
             svg_text("side-name", {right + 26.0, places[n] + 4.0}, TextAnchor::Start, shortened_inside(courses[named[n]].patient, 14));
  }
  const Html lines = svg_line("limit-pr", {area.x, axis.y(-limits.partial_response_decrease_percent)},
                              {area.x + area.width, axis.y(-limits.partial_response_decrease_percent)});
  return element(
      "svg", {{"class", "plot"}, {"role", "img"}, {"viewBox", "0 0 " + coordinate(width) + " " + coordinate(height)}},
      element("title", text("Change of the sum of diameters from baseline over time, one line a patient; the numbers are in the table")) +
          axis.drawn("change of the sum of diameters from baseline, %") + lines + day_axis(last) + webs + names);
}
}  // namespace nadir::report
