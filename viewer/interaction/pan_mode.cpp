#include "viewer/interaction/pan_mode.h"

namespace nadir::viewer
{
QString PanMode::hint(const ViewContext&, const Pointer&) const { return tr("Drag: move the image"); }

ModeResult PanMode::press(const ViewContext& context, const Pointer& pointer)
{
  before_ = context.view;
  from_ = pointer.place;
  is_down_ = true;
  return {};
}

ModeResult PanMode::drag(const ViewContext&, const Pointer& pointer)
{
  if (!is_down_) return {};
  return MoveView{panned(before_, from_, pointer.place)};
}

ModeResult PanMode::release(const ViewContext&, const Pointer&)
{
  is_down_ = false;
  return {};
}
}  // namespace nadir::viewer
