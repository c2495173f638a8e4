#include "viewer/interaction/crosshair_mode.h"

#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
QString CrosshairMode::hint(const ViewContext&, const Pointer&) const
{
  return tr("Left: crosshair   Right drag: window   Middle drag: pan   Wheel: slices   Ctrl + wheel: zoom   Right click: menu");
}

ModeResult CrosshairMode::press(const ViewContext& context, const Pointer& pointer)
{
  is_down_ = true;
  return MoveCursor{patient_place(context, pointer.place)};
}

ModeResult CrosshairMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (!is_down_) return {};
  return MoveCursor{patient_place(context, pointer.place)};
}

ModeResult CrosshairMode::release(const ViewContext&, const Pointer&)
{
  is_down_ = false;
  return {};
}
}  // namespace nadir::viewer
