#pragma once

#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_scale.h"

namespace nadir::segmentation
{
/// What the reference tissue is, as levels of other tissues relative to it follow from that.
enum class ReferenceKind
{
  Muscle, ///< of limb or trunk, or not told
  Brain,
};

/// From what lies around a lesion after contrast: next to white matter, a large part of all even tissue is somewhat darker (cortex, deep grey
/// matter); next to muscle it is about as bright, or fat, which is far from it. `after`: scale of the image after contrast.
ReferenceKind reference_kind(const ReferencePlaces& places, const SignalScale& after, const ReferenceConfig& config);
}  // namespace nadir::segmentation
