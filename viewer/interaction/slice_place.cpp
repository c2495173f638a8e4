#include "viewer/interaction/slice_place.h"

#include <cmath>
#include <cstddef>

#include "viewer/render/slice_steps.h"

namespace nadir::viewer
{
PlaneKind plane_kind(const ViewContext& context)
{
  return context.volume && is_acquired(context.view.plane, context.volume->geometry()) ? PlaneKind::Acquired : PlaneKind::Reformat;
}

std::optional<int> seen_slice(const ViewContext& context)
{
  if (plane_kind(context) == PlaneKind::Reformat) return std::nullopt;
  return nearest_slice(context.volume->geometry(), context.view.centre);
}

PatientPoint patient_place(const ViewContext& context, ViewPoint place)
{
  const auto point = context.view.to_patient(place);
  const auto slice = seen_slice(context);
  return slice ? moved_to_slice(context.volume->geometry(), point, *slice) : point;
}

SopInstanceUid seen_image(const ViewContext& context)
{
  const auto slice = seen_slice(context);
  if (!slice || static_cast<std::size_t>(*slice) >= context.slices.size()) return {};
  return context.slices[static_cast<std::size_t>(*slice)];
}

bool is_seen(const ViewContext& context, PatientPoint point)
{
  if (!context.volume) return false;
  if (const auto slice = seen_slice(context)) return nearest_slice(context.volume->geometry(), point) == *slice;
  return std::abs(context.view.depth_of(point)) <= 0.5 * scroll_step(context.view.plane, context.volume->geometry());
}
}  // namespace nadir::viewer
