#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/propagation/bright_levels.h"
#include "segmentation/propagation/expected_values.h"

namespace nadir::segmentation
{
struct BrightConfig
{
  double reach = 15.0;         ///< mm beyond the carried border that cost one in log odds
  double within = 0.3;         ///< log odds for lying within the carried border
  double bright_before = 4.0;  ///< log odds against what was as bright at baseline and not called lesion: vessels, fat, bone marrow
  double border_cost = 0.45;   ///< mm; log odds a border costs per voxel of this length
};

/// The follow-up's part of a lesion that brightness tells from its surroundings (enhancing tumour): voxels as bright as the lesion was at
/// baseline, in the follow-up's gain and shading, that hang together with the carried lesion. What was as bright at baseline without being
/// lesion is left out. How far it has grown does not matter much, and dark tissue within a rim stays out. One byte a voxel of the block.
std::vector<std::uint8_t> bright_lesion(const FollowUpBlock& block, const ExpectedValues& expected, const BrightLevels& levels,
                                        const BrightConfig& config = {});
}  // namespace nadir::segmentation
