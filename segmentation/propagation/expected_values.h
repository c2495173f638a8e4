#pragma once

#include <array>
#include <vector>

#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// Gain and shading between two dates: what a value of the baseline would be at a place of the follow-up's block.
struct ValueFit
{
  static constexpr std::size_t terms = 11;
  using Terms = std::array<double, terms>;

  GridSize size;               ///< of the block
  double baseline_unit = 1.0;  ///< values are divided by the units so that the equations stay well conditioned
  double follow_up_unit = 1.0;
  Terms factors{1.0};  ///< of the value, its slopes along i, j, k, its bending, and a constant

  Terms terms_of(VoxelIndex place, double baseline_value) const;
  double operator()(VoxelIndex place, double baseline_value) const;
  /// Gain at a place of the block over that in its middle, 0.2 to 5.
  double shading(VoxelIndex place) const;
  /// What a baseline value of 0 would be.
  double offset() const { return follow_up_unit * factors[terms - 1]; }
};

/// What the follow-up would show if nothing had changed: the baseline in the follow-up's gain and shading.
struct ExpectedValues
{
  imaging::FloatImage values;  ///< NaN where the baseline ends
  double deviation = 1.0;      ///< robust standard deviation of follow-up minus expected in the surroundings of the lesion
  double agreement = 0.0;      ///< correlation of both in the surroundings
  ValueFit fit{};              ///< what made `values` of the baseline
};

/// Values on the block's grid as they would be with the gain of its middle everywhere.
std::vector<float> without_shading(const imaging::FloatImage& image, const ValueFit& fit);

/// Fits follow-up = (a + slope place + place bending place) baseline + b over the surroundings (3 to 25 mm from the carried lesion),
/// robustly. Where these are even on both dates (one tissue and noise), b is held at 0, since a gain could not be told from an offset, and
/// the agreement is 0.7 at least, since noise does not correlate. nullopt with fewer than 200 voxels of surroundings.
std::optional<ExpectedValues> expected_values(const FollowUpBlock& block);
}  // namespace nadir::segmentation
