#include "viewer/interaction/line_gesture.h"

#include <cmath>
#include <utility>

#include "viewer/interaction/edge_snap.h"
#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
constexpr double click_pixels = 4.0;  // logical: a shorter line is the first of two clicks
constexpr Millimeters snap_reach{3.0};

bool is_click(const ViewContext& context, const reading::Line& line)
{
  return distance(line.from, line.to).value() < click_pixels * context.pixel_ratio * context.view.mm_per_pixel;
}

/// Both ends at the edge along the line between them.
reading::Line snapped(const ViewContext& context, const reading::Line& line)
{
  const auto way = line.to - line.from;
  if (norm(way) == 0) return line;
  const auto along = (1.0 / norm(way)) * way;
  return {snapped_to_edge(context, line.from, along, snap_reach), snapped_to_edge(context, line.to, along, snap_reach)};
}
}  // namespace

void LineGesture::press(const ViewContext& context, const Pointer& pointer)
{
  const auto place = patient_place(context, pointer.place);
  if (line_) line_->to = place;
  else line_ = reading::Line{place, place};
}

void LineGesture::move(const ViewContext& context, const Pointer& pointer, Snapping snapping)
{
  if (!line_) return;
  line_->to = patient_place(context, pointer.place);
  if (snapping == Snapping::ToEdge && !is_click(context, *line_)) line_->to = snapped(context, *line_).to;
}

std::optional<reading::Line> LineGesture::release(const ViewContext& context, const Pointer& pointer, Snapping snapping)
{
  if (!line_) return std::nullopt;
  line_->to = patient_place(context, pointer.place);
  if (is_click(context, *line_)) return std::nullopt;
  const auto line = *std::exchange(line_, std::nullopt);
  return snapping == Snapping::ToEdge ? snapped(context, line) : line;
}
}  // namespace nadir::viewer
