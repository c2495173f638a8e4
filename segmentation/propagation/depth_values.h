#pragma once

#include <array>
#include <cstddef>

#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/tissue_histogram.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// What may have become of the lesion's inside since the baseline.
enum class InsideSince
{
  AsBefore,  ///< the values of the baseline, others now and then
  Died,      ///< any values more than 3 mm below the border: a dead core within a living rim
  Enclosed,  ///< the same, and what the rim encloses says nothing: a dead core that looks like the surroundings
};

/// The baseline lesion's values by depth below its border: mixed and living near it, perhaps dead deep inside. Four layers, borders at 1, 3
/// and 6 mm.
class DepthValues
{
public:
  static constexpr std::size_t layers = 4;

  /// Which layer a depth (mm, positive inside) belongs to.
  static std::size_t layer_of(double depth);

  /// `then`: what the follow-up would show had nothing changed, on the block's grid, NaN where unknown; `empty`: a histogram of the limits
  /// of the values; `spread`: bins over which each value is spread.
  DepthValues(const FollowUpBlock& block, const imaging::FloatImage& then, const TissueHistogram& empty, double spread);

  void assume(InsideSince inside);

  /// Probability of the value's bin in a layer.
  double operator()(std::size_t layer, float value) const;

private:
  std::array<TissueHistogram, layers> values_;
  std::array<double, layers> other_;  ///< share of any other value
};
}  // namespace nadir::segmentation
