#pragma once

#include <optional>
#include <vector>

#include "segmentation/tissue/signal_scale.h"

namespace nadir::segmentation
{
/// Values of one image at places of one tissue.
struct TissueSamples
{
  std::vector<PatientPoint> places;
  std::vector<float> values;  ///< NaN where the image says nothing
};

/// Level, spread and shading of a tissue in one image. Shading is fitted when the zero of the signal is known and used when it explains at
/// least a tenth of the spread. Nothing when fewer than 10 values are there or the tissue gives no signal.
std::optional<SignalScale> reference_scale(const TissueSamples& samples, SignalZero zero);
}  // namespace nadir::segmentation
