#include "viewer/render/display_window.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nadir::viewer
{
namespace
{
/// Voxel values of slices [first, last), at most about 200,000 of them; not finite ones left out.
std::vector<float> spread_values(const imaging::Volume& volume, int first, int last)
{
  const auto& size = volume.geometry().size();
  const auto in_slice = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  const std::size_t all = in_slice * static_cast<std::size_t>(last - first);
  // A step that shares no factor with the row length visits every column.
  const std::size_t step = std::max<std::size_t>(1, all / 200000) | 1U;
  std::vector<float> values;
  values.reserve(all / step + 1);
  for (std::size_t n = 0; n < all; n += step)
  {
    const auto row = n / static_cast<std::size_t>(size.i);
    const VoxelIndex index{static_cast<int>(n % static_cast<std::size_t>(size.i)), static_cast<int>(row % static_cast<std::size_t>(size.j)),
                           first + static_cast<int>(n / in_slice)};
    const float value = volume.value(index);
    if (std::isfinite(value)) values.push_back(value);
  }
  return values;
}

float percentile(std::vector<float>& values, double fraction)
{
  const auto n = static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + n, values.end());
  return values[static_cast<std::size_t>(n)];
}

DisplayWindow window_of(std::vector<float> values)
{
  if (values.empty()) return {};
  const float lowest = *std::min_element(values.begin(), values.end());
  const float background = lowest + 0.05F * (percentile(values, 0.99) - lowest);
  std::vector<float> tissue;
  std::copy_if(values.begin(), values.end(), std::back_inserter(tissue), [&](float v) { return v > background; });
  if (tissue.size() < 16) tissue = values;
  const double low = percentile(tissue, 0.01), high = percentile(tissue, 0.995);
  if (!(high > low)) return {low, 1.0};
  return {0.5 * (low + high), high - low};
}
DisplayWindow window_of_slices(const imaging::Volume& volume, int first, int last)
{
  constexpr double water = 3000.0;  // 1e-6 mm2/s at 37 degrees Celsius
  if (volume.unit() == "1e-6 mm2/s") return {0.5 * water, water};
  return window_of(spread_values(volume, first, last));
}
}  // namespace

DisplayWindow automatic_window(const imaging::Volume& volume) { return window_of_slices(volume, 0, volume.geometry().size().k); }

DisplayWindow automatic_window(const imaging::Volume& volume, int k) { return window_of_slices(volume, k, k + 1); }

DisplayWindow dragged(DisplayWindow window, double right, double down, double reach)
{
  const double per_pixel = 2.0 * reach / 500.0;
  window.width = std::max(reach * 1e-3, window.width + right * per_pixel);
  window.centre -= down * per_pixel;
  return window;
}
}  // namespace nadir::viewer
