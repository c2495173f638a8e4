#pragma once

#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// What the follow-up would show if nothing had changed: the baseline in the follow-up's gain and shading.
struct ExpectedValues
{
  imaging::FloatImage values;  ///< NaN where the baseline ends
  double deviation = 1.0;     ///< robust standard deviation of follow-up minus expected in the surroundings of the lesion
  double agreement = 0.0;     ///< correlation of both in the surroundings
};

/// Fits follow-up = (a + slope place) baseline + b over the surroundings (3 to 25 mm from the carried lesion), robustly. nullopt with fewer
/// than 200 voxels of surroundings.
std::optional<ExpectedValues> expected_values(const FollowUpBlock& block);
}  // namespace nadir::segmentation
