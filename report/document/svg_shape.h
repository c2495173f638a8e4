#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document/html.h"

namespace nadir::report
{
/// A place in the user units of one drawing: x to the right, y down.
struct DrawingPoint
{
  double x = 0.0;
  double y = 0.0;
};

struct DrawingRect
{
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;

  DrawingPoint middle() const { return {x + 0.5 * width, y + 0.5 * height}; }
};

/// A coordinate with at most three decimals.
std::string coordinate(double value);

/// "x,y x,y ..." as <polyline> and <polygon> want it.
std::string coordinates(const std::vector<DrawingPoint>& points);

/// Shapes with a class of the style sheet.
Html svg_line(std::string_view style, DrawingPoint from, DrawingPoint to);
Html svg_rect(std::string_view style, const DrawingRect& rect);

enum class TextAnchor
{
  Start,
  Middle,
  End,
};

/// Text whose base line begins, is centred or ends at a point.
Html svg_text(std::string_view style, DrawingPoint at, TextAnchor anchor, std::string_view content);
}  // namespace nadir::report
