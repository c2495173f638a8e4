#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_modes.h"
#include "segmentation/tissue/told_fat.h"

namespace nadir::segmentation
{
using Chosen = std::vector<std::size_t>;  // numbers of places

/// Where a reference is looked for, and at which level of the image that leads.
struct Lead
{
  ImageView view;
  Chosen even;
  SignalMode mode;
  std::optional<SignalMode> otherwise;  ///< the other of fat and muscle, where which is which is in doubt
};

/// The peaks of the chosen places' signals in an image, nearer places counting more.
std::vector<SignalMode> modes_of(const ReferencePlaces& places, ImageView view, const Chosen& chosen);

/// In the image that leads: even places that are no air and, where that can be told, no fat; and the peak of their signals that is the
/// reference (see find_reference()). Nothing where there is no such peak.
std::optional<Lead> lead_of(const ReferencePlaces& places, const TissueChannels& channels, ImageView view, const ReferenceConfig& config,
                            double adc_factor);
}  // namespace nadir::segmentation
