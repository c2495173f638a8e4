#pragma once

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

/// Which of the two commonest tissues around a lesion is fat.
struct ToldFat
{
  FatSignal signal = FatSignal::Unknown;  ///< Kept: the brighter one is; Suppressed: the darker one
  double level = 0.0;                     ///< signal of the fat above the image's zero
};

/// Tells fat from muscle in an image before or after contrast by what anatomy and relaxation say whatever the contrast of the scanner:
/// subcutaneous fat lies nearer to the air than muscle; a lesion is about as bright as muscle on T1 before contrast; a lesion brighter than
/// all else around it after contrast speaks for suppressed fat, one darker than the brightest tissue against it (it would be darker than muscle,
/// which few are). `said`: what the header says, which counts unless the places say nothing of
/// it. Signals of fat and muscle differ by any factor from 1.4, so their ratio alone tells nothing.
///
/// `even`: places of even tissue, `modes`: the peaks of their signals. Nothing where there are no two such tissues, or doubt.
std::optional<ToldFat> told_fat(const ReferencePlaces& places, ImageView view, const std::vector<std::size_t>& even,
                                const std::vector<SignalMode>& modes, FatSignal said);
}  // namespace nadir::segmentation
