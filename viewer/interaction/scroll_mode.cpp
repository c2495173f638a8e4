#include "viewer/interaction/scroll_mode.h"

namespace nadir::viewer
{
namespace
{
constexpr double pixels_a_slice = 8.0;  // logical
}

QString ScrollMode::hint(const ViewContext&, const Pointer&) const { return tr("Drag up and down: through the slices"); }

ModeResult ScrollMode::press(const ViewContext&, const Pointer& pointer)
{
  from_y_ = pointer.place.y;
  is_down_ = true;
  return {};
}

ModeResult ScrollMode::drag(const ViewContext& context, const Pointer& pointer)
{
  if (!is_down_) return {};
  const double slice = pixels_a_slice * context.pixel_ratio;
  const int steps = static_cast<int>((pointer.place.y - from_y_) / slice);
  if (steps == 0) return {};
  from_y_ += steps * slice;
  return ScrollView{steps};
}

ModeResult ScrollMode::release(const ViewContext&, const Pointer&)
{
  is_down_ = false;
  return {};
}
}  // namespace nadir::viewer
