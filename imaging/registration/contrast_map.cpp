#include "imaging/registration/contrast_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/registration/local_contrast.h"
#include "imaging/registration/resample.h"

namespace nadir::imaging
{
namespace
{
constexpr std::size_t bins = 48;

/// A piecewise linear function of the value.
class ValueMap
{
public:
  ValueMap(const RegistrationLevel& fixed, const FloatImage& moved)
  {
    float low = INFINITY, high = -INFINITY;
    for (std::size_t n = 0; n < moved.values.size(); ++n)
      if (std::isfinite(moved.values[n])) low = std::min(low, moved.values[n]), high = std::max(high, moved.values[n]);
    low_ = low;
    scale_ = high > low ? static_cast<float>(bins - 1) / (high - low) : 0.0F;
    std::array<double, bins> sum{}, count{};
    for (std::size_t n = 0; n < moved.values.size(); ++n)
    {
      if (!std::isfinite(moved.values[n])) continue;
      const auto bin = static_cast<std::size_t>(std::lround((moved.values[n] - low_) * scale_));
      sum[bin] += static_cast<double>(fixed.image.values[n]);
      count[bin] += 1.0;
    }
    fill(sum, count);
  }

  float operator()(float value) const
  {
    const float place = std::clamp((value - low_) * scale_, 0.0F, static_cast<float>(bins) - 1.001F);
    const auto low = static_cast<std::size_t>(place);
    return mean_[low] + (place - static_cast<float>(low)) * (mean_[low + 1] - mean_[low]);
  }

private:
  /// Means over neighbouring bins, wide enough to hold values.
  void fill(const std::array<double, bins>& sum, const std::array<double, bins>& count)
  {
    for (std::size_t n = 0; n < bins; ++n)
    {
      double s = 0.0, c = 0.0;
      for (std::size_t reach = 1; c < 30.0 && reach < bins; ++reach)
      {
        s = c = 0.0;
        for (std::size_t m = n > reach ? n - reach : 0; m <= std::min(n + reach, bins - 1); ++m) s += sum[m], c += count[m];
      }
      mean_[n] = c > 0.0 ? static_cast<float>(s / c) : 0.0F;
    }
  }

  float low_ = 0.0F;
  float scale_ = 0.0F;
  std::array<float, bins> mean_{};
};

RegistrationLevel mapped(RegistrationLevel level, const ValueMap& map)
{
  for (float& v : level.image.values) v = map(v);
  return level;
}
}  // namespace

double contrast_correlation(const RegistrationLevel& fixed, const RegistrationLevel& moving, const PointMap& fixed_to_moving)
{
  constexpr double window = 12.0;  // mm
  const auto a = local_contrast(fixed.image, fixed.body, window);
  const auto b = resampled(local_contrast(moving.image, moving.body, window), fixed.image.geometry, fixed_to_moving);
  double ab = 0.0, aa = 0.0, bb = 0.0;
  for (std::size_t n = 0; n < fixed.body.size(); ++n)
  {
    if (fixed.body[n] == 0 || !std::isfinite(b.values[n])) continue;
    const auto x = static_cast<double>(a.values[n]), y = static_cast<double>(b.values[n]);
    ab += x * y, aa += x * x, bb += y * y;
  }
  return aa * bb > 0.0 ? ab / std::sqrt(aa * bb) : 0.0;
}

RegistrationPyramid in_contrast_of(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                   const RigidTransform& fixed_to_moving)
{
  const ValueMap map(fixed.middle, resampled(moving.middle.image, fixed.middle.image.geometry, fixed_to_moving));
  return {mapped(moving.fine, map), mapped(moving.middle, map), mapped(moving.coarse, map)};
}
}  // namespace nadir::imaging
