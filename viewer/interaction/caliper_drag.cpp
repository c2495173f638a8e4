#include "viewer/interaction/caliper_drag.h"

#include <QtCore/QCoreApplication>

#include "viewer/interaction/edge_snap.h"
#include "viewer/interaction/screen_number.h"
#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
constexpr double grip_pixels = 9.0;  // logical
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
}  // namespace

double grip_reach(const ViewContext& context) { return grip_pixels * context.pixel_ratio; }

CaliperDrag::CaliperDrag(const Grip& grip, PatientPoint start)
    : before_(grip.caliper), caliper_(grip.caliper), part_(grip.part), fragment_(grip.fragment), start_(start)
{
}

std::optional<CaliperDrag::Grip> CaliperDrag::grip_under(const ViewContext& context, const Pointer& pointer)
{
  const auto grip_of = [&](const reading::DrawnCaliper& caliper, std::optional<std::size_t> fragment) -> std::optional<Grip>
  {
    if (!is_seen(context, caliper.longest.from) || !is_seen(context, caliper.longest.to)) return std::nullopt;
    const auto part = part_at(caliper, context.view, pointer.place, grip_reach(context));
    return part == CaliperPart::None ? std::nullopt : std::optional(Grip{caliper, part, fragment});
  };
  if (context.caliper)
    if (auto grip = grip_of(*context.caliper, std::nullopt)) return grip;
  for (const auto& [number, line] : context.parts)
    if (auto grip = grip_of(line, number)) return grip;
  return std::nullopt;
}

CaliperPart CaliperDrag::part_under(const ViewContext& context, const Pointer& pointer)
{
  const auto grip = grip_under(context, pointer);
  return grip ? grip->part : CaliperPart::None;
}

std::optional<CaliperDrag> CaliperDrag::begin(const ViewContext& context, const Pointer& pointer)
{
  const auto grip = grip_under(context, pointer);
  return grip ? std::optional(CaliperDrag(*grip, patient_place(context, pointer.place))) : std::nullopt;
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
}  // namespace nadir::viewer
