#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace nadir::segmentation::lesion
{
/// How often values occur in a lesion's rim against its surroundings: log odds, at most 2.5 either way.
class RimOdds
{
public:
  /// `noise`: standard deviation of the image; values that differ by less say nearly the same.
  RimOdds(const std::vector<float>& of_rim, const std::vector<float>& of_surroundings, double noise);

  /// Where the image ends (NaN) no lesion is seen.
  double operator()(float value) const;

private:
  static constexpr int bins = 64;
  using Histogram = std::array<double, bins>;

  std::size_t bin_of(float value) const;
  Histogram density(const std::vector<float>& values, double blur) const;

  double low_ = 0.0, width_ = 1.0;
  Histogram odds_{};
};
}  // namespace nadir::segmentation::lesion
