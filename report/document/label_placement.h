#pragma once

#include <string>
#include <vector>

#include "report/document/svg_shape.h"

namespace nadir::report
{
/// What labels must keep off: the more points and rectangles a place covers, the worse it is.
struct Obstacles
{
  std::vector<DrawingPoint> points;  ///< of lines and outlines, dense enough that no label slips between them
  std::vector<DrawingRect> rects;    ///< letters, scale bar
};

/// A label that belongs to a line: it goes to an end of the line or beside its middle.
struct LineLabel
{
  DrawingPoint from;
  DrawingPoint to;
  double width = 0.0;
  double height = 0.0;
};

/// For each label the rectangle it takes inside `view`: off the other labels first, then off the obstacles, then as near as possible
/// to the end of its line. All in the same user units.
std::vector<DrawingRect> place_labels(const std::vector<LineLabel>& labels, const Obstacles& obstacles, const DrawingRect& view);
}  // namespace nadir::report
