#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace nadir::segmentation
{
/// How often each value occurs in a tissue: 256 bins between two limits, smoothed, never zero, so that its logarithm is safe.
class TissueHistogram
{
public:
  static constexpr std::size_t bins = 256;

  TissueHistogram(float low, float high) : low_(low), scale_(high > low ? static_cast<float>(bins) / (high - low) : 0.0F) {}

  /// An empty one between the limits that all but 0.4 % of these values lie within, those that are not finite left out.
  static TissueHistogram spanning(std::vector<float> values);

  void add(float value, double weight = 1.0);
  /// Adds another histogram of the same limits so that it makes up this share of the whole.
  void blend(const TissueHistogram& other, double share);
  /// To be called once, after the values: spreads each over neighbours (standard deviation in bins) and adds 2 % of everything.
  void finish(double spread);

  /// Probability of the value's bin.
  double operator()(float value) const { return probability_[bin(value)]; }
  double count() const { return count_; }
  double bin_width() const { return scale_ > 0.0F ? 1.0 / static_cast<double>(scale_) : 0.0; }

private:
  std::size_t bin(float value) const;

  float low_;
  float scale_;
  double count_ = 0.0;
  std::array<double, bins> probability_{};
};
}  // namespace nadir::segmentation
