#include "segmentation/tissue/tissue_values.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
ValueHistogram histogram_of(const std::vector<float>& values, const HistogramRange& range)
{
  ValueHistogram histogram{range.low, range.high, std::vector<std::uint64_t>(range.bins, 0)};
  const double per_bin = static_cast<double>(range.bins) / (range.high - range.low);
  for (const float value : values)
  {
    const double bin = std::clamp((static_cast<double>(value) - range.low) * per_bin, 0.0, static_cast<double>(range.bins - 1));
    ++histogram.counts[static_cast<std::size_t>(bin)];
  }
  return histogram;
}
}  // namespace

std::optional<TissueValues> values_of(const std::vector<float>& values, const HistogramRange& range)
{
  std::vector<float> numbers;
  std::ranges::copy_if(values, std::back_inserter(numbers), [](float value) { return std::isfinite(value); });
  if (numbers.empty()) return std::nullopt;
  const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
  auto histogram = histogram_of(numbers, range);
  const auto voxels = numbers.size();
  const auto quantiles = quantiles_of(std::move(numbers), {0.1, 0.5, 0.9});
  return TissueValues{.summary = {.voxels = voxels,
                                  .mean = sum / static_cast<double>(voxels),
                                  .median = quantiles[1],
                                  .tenth_percentile = quantiles[0],
                                  .ninetieth_percentile = quantiles[2]},
                      .histogram = std::move(histogram)};
}
}  // namespace nadir::segmentation
