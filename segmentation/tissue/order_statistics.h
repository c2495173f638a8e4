#pragma once

#include <initializer_list>
#include <span>
#include <vector>

namespace nadir::segmentation
{
/// Value that a part `quantile` (0 to 1) of the values lies below; values that are no number do not count. NaN when none is left.
double quantile_of(std::vector<float> values, double quantile);

/// The same for several quantiles, which ascend.
std::vector<double> quantiles_of(std::vector<float> values, std::initializer_list<double> quantiles);

struct MiddleAndSpread
{
  double median = 0.0;
  double deviation = 0.0;  ///< median absolute deviation, not scaled
};
/// NaN for both when there is no number among the values.
MiddleAndSpread middle_and_spread(std::vector<float> values);

/// Standard deviation of a normal distribution with a median absolute deviation of 1.
inline constexpr double deviation_to_sigma = 1.4826;
}  // namespace nadir::segmentation
