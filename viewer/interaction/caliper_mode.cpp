#include "viewer/interaction/caliper_mode.h"

#include <utility>

#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
reading::DrawnCaliper drawn_caliper(const reading::Line& longest, const ViewContext& context)
{
  return {longest, std::nullopt, context.series, seen_image(context)};
}

QString CaliperMode::hint(const ViewContext& context, const Pointer& pointer) const
{
  if (!context.volume) return tr("The series is still loading: nothing can be measured yet");
  if (gesture_.is_under_way()) return tr("Click or release: end of the diameter   Esc: give up");
  if (const auto part = CaliperDrag::part_under(context, pointer); part == CaliperPart::Whole) return tr("Drag: move the caliper");
  else if (part != CaliperPart::None) return tr("Drag: move this end");
  if (plane_kind(context) == PlaneKind::Reformat)
    return tr("Reformat: a diameter drawn here is marked as not measured in the acquired plane");
  return tr("Drag, or click twice: longest diameter");
}

ModeResult CaliperMode::press(const ViewContext& context, const Pointer& pointer)
{
  if (!context.volume) return {};
  if (!gesture_.is_under_way()) drag_ = CaliperDrag::begin(context, pointer);
  if (!drag_) gesture_.press(context, pointer);
  return {};
}

ModeResult CaliperMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (drag_) drag_->move(context, pointer, options_.snapping);
  gesture_.move(context, pointer, options_.snapping);
  return {};
}

void CaliperMode::hover(const ViewContext& context, const Pointer& pointer) { gesture_.move(context, pointer, options_.snapping); }

ModeResult CaliperMode::release(const ViewContext& context, const Pointer& pointer)
{
  if (drag_)
  {
    drag_->move(context, pointer, options_.snapping);
    const auto drag = *std::exchange(drag_, std::nullopt);
    return drag.has_moved() ? ModeResult{PutCaliper{drag.caliper(), drag.fragment()}} : ModeResult{};
  }
  const auto line = gesture_.release(context, pointer, options_.snapping);
  return line ? ModeResult{PutCaliper{drawn_caliper(*line, context)}} : ModeResult{};
}

void CaliperMode::cancel()
{
  drag_.reset();
  gesture_.cancel();
}

Overlay CaliperMode::overlay(const ViewContext& context) const
{
  Overlay overlay;
  if (drag_) overlay = caliper_overlay(drag_->caliper(), context);
  if (gesture_.is_under_way()) overlay = caliper_overlay(drawn_caliper(gesture_.line(), context), context);
  if (options_.magnifying == Magnifying::Off) return overlay;
  if (drag_) overlay.magnified = drag_->end();
  if (gesture_.is_under_way()) overlay.magnified = gesture_.line().to;
  return overlay;
}
}  // namespace nadir::viewer
