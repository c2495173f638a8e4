#include "viewer/interaction/caliper_drag.h"

#include <QtCore/QCoreApplication>

#include "viewer/interaction/edge_snap.h"
#include "viewer/interaction/screen_number.h"
#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
constexpr double grip_pixels = 9.0; // logical
constexpr Millimeters snap_reach{3.0};

QString live_length(const reading::Line& line, OverlayStyle style)
{
  const auto length = screen_length(distance(line.from, line.to));
  return style == OverlayStyle::OnReformat ? QCoreApplication::translate("CaliperDrag", "%1 on a reformat").arg(length) : length;
}

/// The end that stays while `part` moves: edges are looked for along the line to it.
PatientPoint opposite_end(const reading::DrawnCaliper& caliper, CaliperPart part)
{
  switch (part)
  {
  case CaliperPart::LongestFrom: return caliper.longest.to;
  case CaliperPart::LongestTo: return caliper.longest.from;
  case CaliperPart::ShortFrom: return caliper.short_axis->to;
  default: return caliper.short_axis->from;
  }
}
} // namespace

double grip_reach(const ViewContext& context) { return grip_pixels * context.pixel_ratio; }

CaliperDrag::CaliperDrag(const reading::DrawnCaliper& caliper, CaliperPart part, PatientPoint start)
    : before_(caliper), caliper_(caliper), part_(part), start_(start)
{
}

CaliperPart CaliperDrag::part_under(const ViewContext& context, const Pointer& pointer)
{
  if (!context.caliper || !is_seen(context, context.caliper->longest.from) || !is_seen(context, context.caliper->longest.to))
    return CaliperPart::None;
  return part_at(*context.caliper, context.view, pointer.place, grip_reach(context));
}

std::optional<CaliperDrag> CaliperDrag::begin(const ViewContext& context, const Pointer& pointer)
{
  const auto part = part_under(context, pointer);
  if (part == CaliperPart::None) return std::nullopt;
  return CaliperDrag(*context.caliper, part, patient_place(context, pointer.place));
}

void CaliperDrag::move(const ViewContext& context, const Pointer& pointer, Snapping snapping)
{
  auto to = patient_place(context, pointer.place);
  if (part_ == CaliperPart::Whole)
  {
    caliper_ = moved_by(before_, to - start_);
    return;
  }
  if (snapping == Snapping::ToEdge)
  {
    const auto way = to - opposite_end(before_, part_);
    if (norm(way) > 0) to = snapped_to_edge(context, to, (1.0 / norm(way)) * way, snap_reach);
  }
  caliper_ = with_end_at(before_, part_, to, context.view.plane.into());
}

std::optional<PatientPoint> CaliperDrag::end() const
{
  switch (part_)
  {
  case CaliperPart::LongestFrom: return caliper_.longest.from;
  case CaliperPart::LongestTo: return caliper_.longest.to;
  case CaliperPart::ShortFrom: return caliper_.short_axis->from;
  case CaliperPart::ShortTo: return caliper_.short_axis->to;
  default: return std::nullopt;
  }
}

Overlay caliper_overlay(const reading::DrawnCaliper& caliper, const ViewContext& context)
{
  const auto style = plane_kind(context) == PlaneKind::Acquired ? OverlayStyle::Measured : OverlayStyle::OnReformat;
  Overlay overlay;
  const auto add = [&](const reading::Line& line)
  {
    overlay.lines.push_back({line.from, line.to, live_length(line, style), style});
    overlay.handles.push_back(line.from);
    overlay.handles.push_back(line.to);
  };
  add(caliper.longest);
  if (caliper.short_axis) add(*caliper.short_axis);
  return overlay;
}
} // namespace nadir::viewer
