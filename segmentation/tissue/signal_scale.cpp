#include "segmentation/tissue/signal_scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "imaging/volume/volume_part.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t looked_at = 200000;
constexpr double background_share = 0.05;  // of voxels with exactly the lowest value
constexpr double stray_share = 0.02;       // negative values that interpolation leaves in an unshifted image
constexpr double darkest = 0.005;

std::vector<float> spread_out_values(const imaging::Volume& image)
{
  const std::size_t step =
      std::max<std::size_t>(image.geometry().size().voxels() / looked_at, 1) | 1;  // odd: does not fall into step with rows
  auto values = imaging::every_value(image, step);
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
  return values;
}
}  // namespace

SignalZero signal_zero_of(const imaging::Volume& image)
{
  const auto values = spread_out_values(image);
  if (values.empty()) return {};
  const auto count = static_cast<double>(values.size());
  const float lowest = *std::ranges::min_element(values);
  if (lowest >= 0.0F) return {};
  if (static_cast<double>(std::ranges::count(values, lowest)) >= background_share * count) return {static_cast<double>(lowest), true};
  const auto negative = std::ranges::count_if(values, [](float value) { return value < 0.0F; });
  if (static_cast<double>(negative) < stray_share * count) return {};
  return {quantile_of(values, darkest), false};
}
}  // namespace nadir::segmentation
