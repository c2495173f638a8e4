#include "report/document/line_plot.h"

#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"
#include "report/document/display_text.h"
#include "report/document/spread.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
namespace
{
constexpr double slanted_depth = 24.0;  // that slanted labels need below level ones
constexpr double height = 262.0, top = 22.0, bottom = 54.0, left = 40.0;
constexpr double text_height = 13.0, character_width = 6.0;
constexpr double widest_character = 7.0;
constexpr double name_offset = 27.0;  // from the frame to the names at its right side
constexpr std::size_t longest_name = 20;
constexpr double inset = 0.05;  // the first and the last point keep off the frame

bool is_drawn(const std::optional<double>& y) { return y && std::isfinite(*y) && *y >= 0.0; }

double largest_value(const LinePlot& plot)
{
  double largest = 0.0;
  for (const auto& line : plot.lines)
    for (const auto& point : line.points)
      if (is_drawn(point.y)) largest = std::max(largest, *point.y + (is_drawn(point.error) ? *point.error : 0.0));
  for (const auto& limit : plot.limits) largest = std::max(largest, is_drawn(limit.y) ? limit.y : 0.0);
  return largest;
}

/// 1, 2 or 5 times a power of ten: four to ten steps make up the range.
double nice_step(double range)
{
  const double power = std::pow(10.0, std::floor(std::log10(range / 4.0)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (range / (factor * power) <= 6.0) return factor * power;
  return 10.0 * power;
}

double width_of_names(const LinePlot& plot)
{
  std::size_t longest = 0;
  for (const auto& limit : plot.limits) longest = std::max(longest, limit.name.size());
  for (const auto& line : plot.lines) longest = std::max(longest, line.name.size());
  return name_offset + widest_character * static_cast<double>(std::min(longest, longest_name)) + 4.0;
}

/// Place of data on the drawing.
class Frame
{
public:
  explicit Frame(const LinePlot& plot) : right_end_(plot.width - width_of_names(plot))
  {
    const double largest = largest_value(plot);
    step_ = nice_step(largest > 0.0 ? 1.08 * largest : 1.0);
    highest_ = step_ * std::ceil((largest > 0.0 ? 1.08 * largest : 1.0) / step_);
  }

  double x(double fraction) const { return left + (inset + (1.0 - 2.0 * inset) * fraction) * (right_end_ - left); }
  double y(double value) const { return top + (1.0 - value / highest_) * (height - top - bottom); }
  double left_end() const { return left; }
  double right_end() const { return right_end_; }
  double step() const { return step_; }
  int steps() const { return static_cast<int>(std::lround(highest_ / step_)); }

private:
  double right_end_;
  double step_ = 1.0;
  double highest_ = 1.0;
};

int decimals_of_step(double step) { return step >= 1.0 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9)); }

Html y_axis(const LinePlot& plot, const Frame& frame)
{
  Html axis;
  for (int k = 0; k <= frame.steps(); ++k)
  {
    const double value = k * frame.step(), y = frame.y(value);
    axis += svg_line(k == 0 ? "axis" : "grid", {frame.left_end(), y}, {frame.right_end(), y});
    axis += svg_text("tick", {frame.left_end() - 6.0, y + 4.0}, TextAnchor::End, format_fixed(value, decimals_of_step(frame.step())));
  }
  return axis + svg_text("axis-title", {0.0, 12.0}, TextAnchor::Start, plot.y_title);
}

bool labels_fit(const LinePlot& plot, const Frame& frame)
{
  for (std::size_t k = 1; k < plot.ticks.size(); ++k)
  {
    const auto longest = [](const PlotTick& tick) { return static_cast<double>(std::max(tick.label.size(), tick.second_line.size())); };
    const double needed = 0.5 * character_width * (longest(plot.ticks[k - 1]) + longest(plot.ticks[k])) + 8.0;
    if (frame.x(plot.ticks[k].x) - frame.x(plot.ticks[k - 1].x) < needed) return false;
  }
  return true;
}

Html slanted_text(DrawingPoint at, std::string_view content)
{
  const std::string turn = "rotate(-32 " + coordinate(at.x) + " " + coordinate(at.y) + ")";
  return element("text", {{"class", "tick"}, {"x", coordinate(at.x)}, {"y", coordinate(at.y)}, {"text-anchor", "end"}, {"transform", turn}},
                 text(content));
}

double height_of(const LinePlot& plot, const Frame& frame) { return labels_fit(plot, frame) ? height : height + slanted_depth; }

Html x_axis(const LinePlot& plot, const Frame& frame)
{
  Html axis;
  const bool fit = labels_fit(plot, frame);
  const double base = frame.y(0.0);
  for (const auto& tick : plot.ticks)
  {
    const double x = frame.x(tick.x);
    axis += svg_line("axis", {x, base}, {x, base + 4.0});
    if (!fit) axis += slanted_text({x + 4.0, base + 14.0}, shortened(tick.label, 12));
    else
      axis += svg_text("tick", {x, base + 17.0}, TextAnchor::Middle, tick.label) +
              svg_text("tick", {x, base + 30.0}, TextAnchor::Middle, tick.second_line);
  }
  return axis + svg_text("axis-title", {0.5 * (frame.left_end() + frame.right_end()), height_of(plot, frame) - 5.0}, TextAnchor::Middle,
                         plot.x_title);
}

Html limits(const LinePlot& plot, const Frame& frame)
{
  Html lines;
  for (const auto& limit : plot.limits)
  {
    const double begin = limit.from_x <= 0.0 ? frame.left_end() : frame.x(limit.from_x);
    const double end = limit.to_x >= 1.0 ? frame.right_end() : frame.x(limit.to_x);
    if (is_drawn(limit.y)) lines += svg_line(limit.style, {begin, frame.y(limit.y)}, {end, frame.y(limit.y)});
  }
  return lines;
}

Html polylines(const PlotLine& line, const Frame& frame)
{
  Html drawn;
  std::vector<DrawingPoint> run;
  const auto finish = [&]
  {
    if (run.size() > 1) drawn += empty_element("polyline", {{"class", line.style}, {"points", coordinates(run)}});
    run.clear();
  };
  for (const auto& point : line.points)
  {
    if (is_drawn(point.y)) run.push_back({frame.x(point.x), frame.y(*point.y)});
    else finish();
  }
  finish();
  return drawn;
}

Html marker(const PlotLine& line, const PlotPoint& point, const Frame& frame)
{
  Html drawn;
  const DrawingPoint at{frame.x(point.x), frame.y(*point.y)};
  if (is_drawn(point.error))
    drawn += svg_line(line.style, {at.x, frame.y(*point.y + *point.error)}, {at.x, frame.y(std::max(0.0, *point.y - *point.error))});
  drawn += empty_element("circle", {{"class", line.style + " point"}, {"cx", coordinate(at.x)}, {"cy", coordinate(at.y)}, {"r", "3.2"}});
  if (!point.label.empty()) drawn += svg_text("value", {at.x, at.y - 8.0}, TextAnchor::Middle, point.label);
  return drawn;
}

Html gap_mark(const PlotPoint& point, const Frame& frame)
{
  return point.label.empty() ? Html{} : svg_text("tick", {frame.x(point.x), frame.y(0.0) - 6.0}, TextAnchor::Middle, point.label);
}

Html lines(const LinePlot& plot, const Frame& frame)
{
  Html drawn, marks;
  for (const auto& line : plot.lines)
  {
    drawn += polylines(line, frame);
    for (const auto& point : line.points) marks += is_drawn(point.y) ? marker(line, point, frame) : gap_mark(point, frame);
  }
  return drawn + marks;
}

struct SideName
{
  std::string name, style;
  double y = 0.0;
};

std::vector<SideName> side_names(const LinePlot& plot, const Frame& frame)
{
  std::vector<SideName> names;
  for (const auto& limit : plot.limits)
    if (!limit.name.empty() && is_drawn(limit.y)) names.push_back({limit.name, limit.style, frame.y(limit.y)});
  for (const auto& line : plot.lines)
  {
    const auto last = std::find_if(line.points.rbegin(), line.points.rend(), [](const PlotPoint& point) { return is_drawn(point.y); });
    if (!line.name.empty() && last != line.points.rend()) names.push_back({line.name, line.style, frame.y(*last->y)});
  }
  return names;
}

Html names_at_the_side(const LinePlot& plot, const Frame& frame)
{
  Html drawn;
  const auto names = side_names(plot, frame);
  std::vector<double> wishes;
  for (const auto& name : names) wishes.push_back(name.y);
  const auto places = spread_apart(wishes, text_height, top, height - bottom);
  for (std::size_t k = 0; k < names.size(); ++k)
  {
    drawn += svg_line("leader", {frame.right_end() + 1.0, names[k].y}, {frame.right_end() + 9.0, places[k]});
    drawn += svg_line(names[k].style, {frame.right_end() + 9.0, places[k]}, {frame.right_end() + 23.0, places[k]});
    drawn += svg_text("side-name", {frame.right_end() + name_offset, places[k] + 4.0}, TextAnchor::Start,
                      shortened(names[k].name, longest_name));
  }
  return drawn;
}
}  // namespace

Html svg_of(const LinePlot& plot)
{
  const Frame frame(plot);
  const Html drawing = element("title", text(plot.title)) + y_axis(plot, frame) + x_axis(plot, frame) + limits(plot, frame) +
                       lines(plot, frame) + names_at_the_side(plot, frame);
  return element(
      "svg", {{"class", "plot"}, {"role", "img"}, {"viewBox", "0 0 " + coordinate(plot.width) + " " + coordinate(height_of(plot, frame))}},
      drawing);
}
}  // namespace nadir::report
