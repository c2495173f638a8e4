#pragma once

#include <optional>

#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// Whether a view shows slices as they were acquired, or a reformat of them.
enum class PlaneKind
{
  Acquired,
  Reformat,
};
PlaneKind plane_kind(const ViewContext& context);

/// The acquired slice that is seen; nullopt on a reformat.
std::optional<int> seen_slice(const ViewContext& context);

/// The patient point under a place of the view. In the acquired plane it lies in the middle of the slice that is seen.
PatientPoint patient_place(const ViewContext& context, ViewPoint place);

/// The image of the slice that is seen; empty on a reformat or when unknown.
SopInstanceUid seen_image(const ViewContext& context);

/// Whether a point lies in what is seen: in the slice, or on a reformat within half a voxel of it.
bool is_seen(const ViewContext& context, PatientPoint point);
}  // namespace nadir::viewer
