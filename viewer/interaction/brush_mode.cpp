#include "viewer/interaction/brush_mode.h"

#include <utility>

#include "viewer/interaction/screen_number.h"
#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
segmentation::Mask no_voxels(const ImageGeometry& geometry) { return segmentation::Mask::from_box(geometry, {}, {}); }
}  // namespace

BrushAction BrushMode::action_with(const Pointer& pointer) const
{
  if (!(pointer.modifiers & Qt::ShiftModifier)) return action_;
  return action_ == BrushAction::Add ? BrushAction::Remove : BrushAction::Add;
}

QString BrushMode::hint(const ViewContext& context, const Pointer& pointer) const
{
  if (!context.volume) return tr("The series is still loading: nothing can be drawn yet");
  const auto size = screen_length(2.0 * options_.brush_radius);
  const auto shape = options_.brush_shape == segmentation::BrushShape::Ball ? tr("ball of %1").arg(size) : tr("disc of %1").arg(size);
  const auto words = action_with(pointer) == BrushAction::Add
                         ? tr("Drag: add to the lesion (%1)   Shift: erase   [ and ]: size")
                         : tr("Drag: erase from the lesion (%1)   Shift: the opposite   [ and ]: size");
  return words.arg(shape);
}

ModeResult BrushMode::press(const ViewContext& context, const Pointer& pointer)
{
  if (!context.volume) return {};
  stroke_ = segmentation::BrushStroke{{patient_place(context, pointer.place)}, options_.brush_radius, options_.brush_shape};
  stroke_action_ = action_with(pointer);
  hover(context, pointer);
  return {};
}

ModeResult BrushMode::drag(const ViewContext& context, const Pointer& pointer)
{
  hover(context, pointer);
  if (stroke_) stroke_->path.push_back(patient_place(context, pointer.place));
  return {};
}

void BrushMode::hover(const ViewContext& context, const Pointer& pointer) { under_pointer_ = patient_place(context, pointer.place); }

ModeResult BrushMode::release(const ViewContext& context, const Pointer&)
{
  if (!stroke_ || !context.volume) return {};
  const auto stroke = *std::exchange(stroke_, std::nullopt);
  const auto before = context.mask.value_or(no_voxels(context.volume->geometry()));
  if (stroke_action_ == BrushAction::Add) return EditMask{segmentation::paint(before, stroke), "brush"};
  if (before.is_empty()) return {};
  return EditMask{segmentation::erase(before, stroke), "eraser"};
}

Overlay BrushMode::overlay(const ViewContext&) const
{
  Overlay overlay;
  const auto style = [](BrushAction action) { return action == BrushAction::Add ? OverlayStyle::Adding : OverlayStyle::Removing; };
  if (stroke_) overlay.strokes.push_back({stroke_->path, stroke_->radius, style(stroke_action_)});
  else if (under_pointer_) overlay.strokes.push_back({{*under_pointer_}, options_.brush_radius, style(action_)});
  return overlay;
}
}  // namespace nadir::viewer
