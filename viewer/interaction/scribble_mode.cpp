#include "viewer/interaction/scribble_mode.h"

#include <utility>

#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
namespace
{
segmentation::StrokeKind kind_of(const Pointer& pointer)
{
  return pointer.modifiers & Qt::ShiftModifier ? segmentation::StrokeKind::Background : segmentation::StrokeKind::Foreground;
}
}  // namespace

QString ScribbleMode::hint(const ViewContext& context, const Pointer& pointer) const
{
  if (!context.volume) return tr("The series is still loading: nothing can be segmented yet");
  if (kind_of(pointer) == segmentation::StrokeKind::Background) return tr("Drag: this is not lesion");
  return tr("Drag: this is lesion   Shift + drag: this is not");
}

ModeResult ScribbleMode::press(const ViewContext& context, const Pointer& pointer)
{
  if (!context.volume) return {};
  stroke_ = segmentation::Stroke{kind_of(pointer), options_.scribble_radius, {patient_place(context, pointer.place)}};
  return {};
}

ModeResult ScribbleMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (stroke_) stroke_->points.push_back(patient_place(context, pointer.place));
  return {};
}

ModeResult ScribbleMode::release(const ViewContext&, const Pointer&)
{
  if (!stroke_) return {};
  return DrawStrokes{{*std::exchange(stroke_, std::nullopt)}};
}

Overlay ScribbleMode::overlay(const ViewContext&) const
{
  Overlay overlay;
  if (!stroke_) return overlay;
  const auto style = stroke_->kind == segmentation::StrokeKind::Foreground ? OverlayStyle::Adding : OverlayStyle::Removing;
  overlay.strokes.push_back({stroke_->points, stroke_->radius, style});
  return overlay;
}
}  // namespace nadir::viewer
