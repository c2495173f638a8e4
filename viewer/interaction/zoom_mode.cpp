#include "viewer/interaction/zoom_mode.h"

#include <cmath>

namespace nadir::viewer
{
namespace
{
constexpr double pixels_to_double = 150.0;  // logical
}

QString ZoomMode::hint(const ViewContext&, const Pointer&) const { return tr("Drag: up enlarges, down makes smaller"); }

ModeResult ZoomMode::press(const ViewContext& context, const Pointer& pointer)
{
  before_ = context.view;
  from_ = pointer.place;
  is_down_ = true;
  return {};
}

ModeResult ZoomMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (!is_down_) return {};
  const double up = (from_.y - pointer.place.y) / context.pixel_ratio;
  return MoveView{zoomed(before_, std::exp2(up / pixels_to_double), from_)};
}

ModeResult ZoomMode::release(const ViewContext&, const Pointer&)
{
  is_down_ = false;
  return {};
}
}  // namespace nadir::viewer
