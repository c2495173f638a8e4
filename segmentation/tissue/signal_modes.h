#pragma once

#include <vector>

namespace nadir::segmentation
{
/// A tissue as it shows in a histogram of signals: a peak with its share of all values.
struct SignalMode
{
  double level = 0.0;  ///< signal at the peak
  double low = 0.0;    ///< its valley below
  double high = 0.0;   ///< and above
  double share = 0.0;  ///< of the weight, 0 to 1
};

struct WeightedSignal
{
  double signal = 0.0;  ///< > 0
  double weight = 1.0;
};

/// Peaks of the histogram of log(signal), smoothed by `smoothing` (as a part of a signal, 0.08 = 8 %), ascending. Two peaks count as two
/// when the valley between them is below 80 % of the lower one. Values <= 0 are left out.
std::vector<SignalMode> signal_modes(const std::vector<WeightedSignal>& signals, double smoothing = 0.08);
}  // namespace nadir::segmentation
