#include "segmentation/tissue/signal_scale.h"

#include <algorithm>
#include <vector>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t looked_at = 200000;
constexpr double background_share = 0.05;  // of voxels with exactly the lowest value
constexpr double stray_share = 0.02;       // negative values that interpolation leaves in an unshifted image
constexpr double darkest = 0.005;

VoxelIndex index_at(std::size_t offset, const GridSize& size)
{
  const auto columns = static_cast<std::size_t>(size.i), rows = static_cast<std::size_t>(size.j);
  return {static_cast<int>(offset % columns), static_cast<int>(offset / columns % rows), static_cast<int>(offset / columns / rows)};
}

std::vector<float> spread_out_values(const imaging::Volume& image)
{
  const auto& size = image.geometry().size();
  const std::size_t step = std::max<std::size_t>(size.voxels() / looked_at, 1) | 1;  // odd: does not fall into step with rows
  std::vector<float> values;
  for (std::size_t offset = 0; offset < size.voxels(); offset += step)
    if (const float value = image.value(index_at(offset, size)); std::isfinite(value)) values.push_back(value);
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
