#include "viewer/interaction/bidirectional_mode.h"

#include <utility>

#include "viewer/interaction/caliper_mode.h"
#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
/// A longest diameter in this slice that has no short axis yet.
bool waits_for_short_axis(const ViewContext& context)
{
  return context.caliper && !context.caliper->short_axis && is_seen(context, context.caliper->longest.from) &&
         is_seen(context, context.caliper->longest.to);
}
}  // namespace

QString BidirectionalMode::hint(const ViewContext& context, const Pointer& pointer) const
{
  if (!context.volume) return tr("The series is still loading: nothing can be measured yet");
  if (gesture_.is_under_way()) return tr("Click or release: end of the line   Esc: give up");
  if (const auto part = CaliperDrag::part_under(context, pointer); part == CaliperPart::Whole) return tr("Drag: move both lines");
  else if (part != CaliperPart::None) return tr("Drag: move this end; the lines stay at right angles");
  if (waits_for_short_axis(context)) return tr("Drag: short axis, at right angles to the longest diameter");
  if (plane_kind(context) == PlaneKind::Reformat)
    return tr("Reformat: a diameter drawn here is marked as not measured in the acquired plane");
  return tr("Drag: longest diameter; the short axis follows");
}

ModeResult BidirectionalMode::press(const ViewContext& context, const Pointer& pointer)
{
  if (!context.volume) return {};
  if (!gesture_.is_under_way()) drag_ = CaliperDrag::begin(context, pointer);
  // A short axis may begin on the longest diameter itself.
  if (drag_ && waits_for_short_axis(context) && CaliperDrag::part_under(context, pointer) == CaliperPart::Whole) drag_.reset();
  if (!drag_) gesture_.press(context, pointer);
  return {};
}

ModeResult BidirectionalMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (drag_) drag_->move(context, pointer, options_.snapping);
  gesture_.move(context, pointer, options_.snapping);
  return {};
}

void BidirectionalMode::hover(const ViewContext& context, const Pointer& pointer) { gesture_.move(context, pointer, options_.snapping); }

reading::DrawnCaliper BidirectionalMode::with_line(const ViewContext& context, const reading::Line& line) const
{
  if (waits_for_short_axis(context)) return with_short_axis(*context.caliper, line.from, line.to, context.view.plane.into());
  return drawn_caliper(line, context);
}

ModeResult BidirectionalMode::release(const ViewContext& context, const Pointer& pointer)
{
  if (drag_)
  {
    drag_->move(context, pointer, options_.snapping);
    const auto drag = *std::exchange(drag_, std::nullopt);
    return drag.has_moved() ? ModeResult{PutCaliper{drag.caliper(), drag.fragment()}} : ModeResult{};
  }
  const auto line = gesture_.release(context, pointer, options_.snapping);
  if (!line) return {};
  auto caliper = with_line(context, *line);
  const bool is_flat = caliper.short_axis && caliper.short_axis->from == caliper.short_axis->to;
  return is_flat ? ModeResult{} : ModeResult{PutCaliper{std::move(caliper)}};
}

void BidirectionalMode::cancel()
{
  drag_.reset();
  gesture_.cancel();
}

Overlay BidirectionalMode::overlay(const ViewContext& context) const
{
  Overlay overlay;
  if (drag_) overlay = caliper_overlay(drag_->caliper(), context);
  if (gesture_.is_under_way()) overlay = caliper_overlay(with_line(context, gesture_.line()), context);
  if (options_.magnifying == Magnifying::Off) return overlay;
  if (drag_) overlay.magnified = drag_->end();
  if (gesture_.is_under_way()) overlay.magnified = gesture_.line().to;
  return overlay;
}
}  // namespace nadir::viewer
