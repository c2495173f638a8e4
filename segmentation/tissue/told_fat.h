#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_modes.h"
#include "segmentation/tissue/signal_scale.h"

namespace nadir::segmentation
{
/// One image around the lesion and its zero.
struct ImageView
{
  ChannelKind kind;
  SignalZero zero;
};

/// The two commonest tissues around a lesion, and which of them is fat.
struct ToldFat
{
  FatSignal signal = FatSignal::Unknown;  ///< Kept: the brighter one is; Suppressed: the darker one; Unknown: nothing says
  double dark = 0.0;                      ///< signal of the darker tissue above the image's zero
  double bright = 0.0;
  bool is_doubtful = false;  ///< after contrast: no more than one weak sign says so

  double border() const { return std::sqrt(dark * bright); }
};

/// Tells fat from muscle in an image before or after contrast by what anatomy and relaxation say whatever the contrast of the scanner:
/// beneath the skin lies fat; a lesion is about as bright as muscle on T1 before contrast; a lesion whose brightest part outshines all else
/// around it after contrast speaks for suppressed fat, one darker than the brightest tissue against it (it would be darker than muscle,
/// which few are); T2 makes fat much brighter than muscle. `said`: what the header says, which counts unless the places say nothing of it.
/// Signals of fat and muscle differ by any factor from 1.4, so their ratio alone tells nothing.
///
/// `even`: places of even tissue, `modes`: the peaks of their signals. Nothing where there are no two such tissues.
std::optional<ToldFat> told_fat(const ReferencePlaces& places, ImageView view, const std::vector<std::size_t>& even,
                                const std::vector<SignalMode>& modes, FatSignal said);
}  // namespace nadir::segmentation
