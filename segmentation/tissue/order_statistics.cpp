#include "segmentation/tissue/order_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace nadir::segmentation
{
namespace
{
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Values counted in bins from small to large: one of a given rank is then found among few.
class RankedBins
{
public:
  explicit RankedBins(const std::vector<float>& values) : values_(values)
  {
    constexpr std::size_t values_a_bin = 32, looked_at = 16;  // each so many-th tells the range: the outermost bins take what lies beyond
    const std::size_t bins = values.size() / values_a_bin + 1;
    float lowest = values.front(), highest = lowest;
    for (std::size_t n = 0; n < values.size(); n += looked_at) lowest = std::min(lowest, values[n]), highest = std::max(highest, values[n]);
    lowest_ = static_cast<double>(lowest);
    const double range = static_cast<double>(highest) - lowest_;
    bins_a_unit_ = range > 0.0 ? static_cast<double>(bins) / range : 0.0;
    last_bin_ = static_cast<double>(bins - 1);
    starts_.assign(bins + 1, 0);
    for (const float value : values) ++starts_[bin_of(value) + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  }

  double quantile(double share) const
  {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values_.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t bin = bin_at(low);
    auto own = values_in(bin);
    const auto found = own.begin() + static_cast<std::ptrdiff_t>(low - starts_[bin]);
    std::nth_element(own.begin(), found, own.end());
    const auto below = static_cast<double>(*found);
    const double part = place - static_cast<double>(low);
    if (part == 0.0) return below;
    const float above = found + 1 != own.end() ? *std::min_element(found + 1, own.end()) : std::ranges::min(values_in(bin_at(low + 1)));
    return below + part * (static_cast<double>(above) - below);
  }

private:
  std::size_t bin_of(float value) const
  {
    return static_cast<std::size_t>(std::clamp((static_cast<double>(value) - lowest_) * bins_a_unit_, 0.0, last_bin_));
  }

  std::size_t bin_at(std::size_t rank) const
  {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, rank) - starts_.begin()) - 1;
  }

  std::vector<float> values_in(std::size_t bin) const
  {
    std::vector<float> own;
    own.reserve(starts_[bin + 1] - starts_[bin]);
    for (const float value : values_)
      if (bin_of(value) == bin) own.push_back(value);
    return own;
  }

  const std::vector<float>& values_;
  double lowest_ = 0.0;
  double bins_a_unit_ = 0.0;
  double last_bin_ = 0.0;
  std::vector<std::size_t> starts_;  ///< rank of each bin's first value; last of all, how many values there are
};

void drop_what_is_no_number(std::vector<float>& values)
{
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
}
}  // namespace

double quantile_of(std::vector<float> values, double quantile)
{
  drop_what_is_no_number(values);
  return values.empty() ? no_number : RankedBins(values).quantile(quantile);
}

std::vector<double> quantiles_of(std::vector<float> values, std::initializer_list<double> quantiles)
{
  drop_what_is_no_number(values);
  std::vector<double> found(quantiles.size(), no_number);
  if (values.empty()) return found;
  const RankedBins bins(values);
  std::ranges::transform(quantiles, found.begin(), [&](double quantile) { return bins.quantile(quantile); });
  return found;
}

MiddleAndSpread middle_and_spread(std::vector<float> values)
{
  drop_what_is_no_number(values);
  if (values.empty()) return {no_number, no_number};
  const double median = RankedBins(values).quantile(0.5);
  for (float& value : values) value = static_cast<float>(std::abs(static_cast<double>(value) - median));
  return {median, RankedBins(values).quantile(0.5)};
}
}  // namespace nadir::segmentation
