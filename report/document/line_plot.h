#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document/html.h"

namespace nadir::report
{
struct PlotPoint
{
  double x = 0.0;               ///< place along the time axis, 0 to 1
  std::optional<double> y;      ///< absent: the line has a gap here, and the label stands on the axis
  std::optional<double> error;  ///< half length of an error bar
  std::string label;            ///< written above the point; may be empty
};

struct PlotLine
{
  std::string name;   ///< written at its right end
  std::string style;  ///< class of the style sheet
  std::vector<PlotPoint> points;
};

/// A horizontal limit. Written as a name only where `name` is not empty.
struct PlotLimit
{
  std::string name;
  std::string style;
  double from_x = 0.0;
  double to_x = 1.0;
  double y = 0.0;
};

struct PlotTick
{
  double x = 0.0;
  std::string label;
  std::string second_line;
};

/// A drawing of values over time, y from 0. Values that are not finite or negative are treated as gaps.
struct LinePlot
{
  std::string title;    ///< for readers that cannot see it; names the values too
  std::string y_title;  ///< with unit
  std::string x_title;
  double width = 420.0;  ///< user units; text is 11 units high
  std::vector<PlotTick> ticks;
  std::vector<PlotLine> lines;
  std::vector<PlotLimit> limits;
};

/// <svg> of the plot. Names at the right side are moved apart so that none covers another.
Html svg_of(const LinePlot& plot);
}  // namespace nadir::report
