#include "segmentation/lesion/prompt_doubt.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
constexpr double deviations = 1.96;  ///< from the middle of a 95 % interval to its ends
}

PromptDoubt prompt_doubt(const LesionPrompt& prompt)
{
  if (!prompt.long_axis) return {};
  constexpr double diameter = 0.03;
  const double left = prompt.strokes.empty() ? 1.0 : 0.5;
  if (prompt.short_axis) return {left * (prompt.extent ? 0.10 : 0.15), diameter};
  return {left * (prompt.extent ? 0.13 : 0.17), diameter};
}

EstimatedValue with_volume_doubt(const EstimatedValue& volume, const PromptDoubt& doubt)
{
  if (!(volume.value > 0.0)) return volume;
  const double more = deviations * doubt.volume;
  const auto factor = [&](double part) { return std::exp(std::hypot(std::log(part), more)); };
  const double low = volume.low > 0.0 ? volume.value / factor(volume.value / volume.low) : 0.0;
  return {volume.value, low, volume.value * factor(volume.high / volume.value)};
}

EstimatedValue with_diameter_doubt(const EstimatedValue& diameter, const PromptDoubt& doubt)
{
  const double more = deviations * doubt.diameter * diameter.value;
  return {diameter.value, std::max(0.0, diameter.value - std::hypot(diameter.value - diameter.low, more)),
          diameter.value + std::hypot(diameter.high - diameter.value, more)};
}
}  // namespace nadir::segmentation::lesion
