#include "viewer/interaction/window_mode.h"

namespace nadir::viewer
{
QString WindowMode::hint(const ViewContext&, const Pointer&) const { return tr("Drag: right widens the window, up darkens the image"); }

ModeResult WindowMode::press(const ViewContext& context, const Pointer& pointer)
{
  before_ = context.window;
  from_ = pointer.place;
  is_down_ = true;
  return {};
}

ModeResult WindowMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (!is_down_) return {};
  const double right = (pointer.place.x - from_.x) / context.pixel_ratio, down = (pointer.place.y - from_.y) / context.pixel_ratio;
  return ChangeWindow{dragged(before_, right, down, context.window_reach)};
}

ModeResult WindowMode::release(const ViewContext&, const Pointer&)
{
  is_down_ = false;
  return {};
}
}  // namespace nadir::viewer
