#pragma once

#include <string>

namespace nadir::measure
{
/// Where necrosis ends, as a reader set it. `quantity` and its unit: segmentation/tissue/necrosis_threshold.h ("enhancement",
/// "post-contrast", "T2" in multiples of the reference tissue; "ADC" in 1e-6 mm2/s).
struct StatedThreshold
{
  std::string quantity;
  double value = 0.0;
  bool operator==(const StatedThreshold&) const = default;
};
}  // namespace nadir::measure
