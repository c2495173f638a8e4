#pragma once

#include <array>

#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// Gain and shading between two dates: what a value of the baseline would be at a place of the follow-up's block.
struct ValueFit
{
  static constexpr std::size_t terms = 5;
  using Terms = std::array<double, terms>;

  GridSize size;               ///< of the block
  double baseline_unit = 1.0;  ///< values are divided by the units so that the equations stay well conditioned
  double follow_up_unit = 1.0;
  Terms factors{1.0, 0.0, 0.0, 0.0, 0.0};  ///< of the value, its slopes along i, j, k, and a constant

  Terms terms_of(VoxelIndex place, double baseline_value) const;
  double operator()(VoxelIndex place, double baseline_value) const;
};

/// What the follow-up would show if nothing had changed: the baseline in the follow-up's gain and shading.
struct ExpectedValues
{
  imaging::FloatImage values;  ///< NaN where the baseline ends
  double deviation = 1.0;     ///< robust standard deviation of follow-up minus expected in the surroundings of the lesion
  double agreement = 0.0;     ///< correlation of both in the surroundings
  ValueFit fit{};             ///< what made `values` of the baseline
};

/// Fits follow-up = (a + slope place) baseline + b over the surroundings (3 to 25 mm from the carried lesion), robustly. nullopt with fewer
/// than 200 voxels of surroundings.
std::optional<ExpectedValues> expected_values(const FollowUpBlock& block);
}  // namespace nadir::segmentation
