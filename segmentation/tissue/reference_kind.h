#pragma once

#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_scale.h"

namespace nadir::segmentation
{
/// What the reference tissue is, as levels of other tissues relative to it follow from that.
enum class ReferenceKind
{
  Muscle,  ///< of limb or trunk, or not told
  Brain,
};

/// What the reference is, and what it may be as well.
struct KindFound
{
  ReferenceKind kind = ReferenceKind::Muscle;
  bool may_be_brain = false;  ///< muscle is what is expected, but grey tissue lies around as it does next to white matter
};

/// The image after contrast: its scale and its own grid.
struct ContrastView
{
  const SignalScale& scale;
  const ImageGeometry& grid;
};

/// From what lies around a lesion after contrast: next to white matter, a large part of all even tissue is somewhat darker (cortex, deep
/// grey matter); next to muscle it is about as bright, or fat, which is far from it or, where suppressed, lies beneath the skin. Half
/// suppressed fat looks like cortex: only where the air has been cut away (skull-stripped images) it can be none.
KindFound reference_kind(const ReferencePlaces& places, const ContrastView& after, const ReferenceConfig& config);
}  // namespace nadir::segmentation
