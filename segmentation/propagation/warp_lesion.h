#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "imaging/registration/transform_file.h"
#include "imaging/volume/float_image.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// A part of the follow-up's grid around the place where the lesion is expected, and what the baseline says there.
struct FollowUpBlock
{
  VoxelIndex first;               ///< of the block, in the follow-up's grid
  imaging::FloatImage follow_up;  ///< the follow-up's own values; the block's geometry
  imaging::FloatImage baseline;   ///< the baseline image as seen here; NaN where it ends
  imaging::FloatImage distance;   ///< to the surface of the baseline lesion as carried over: mm, negative inside
};

/// The inside of the carried lesion, one byte a voxel.
std::vector<std::uint8_t> carried_bytes(const FollowUpBlock& block);

/// Whether this voxel belongs to the surroundings by which the dates are compared: 3 to 25 mm off the carried border, seen on both.
bool lies_beside(const FollowUpBlock& block, std::size_t voxel);

/// The two dates and the way between them.
struct DatedPair
{
  const imaging::FloatImage& baseline;
  const imaging::FloatImage& follow_up;
  const imaging::SavedTransform& baseline_to_follow_up;
};

/// The block that reaches `margin` mm beyond the carried lesion on all sides (within the follow-up's grid). The lesion must hold voxels.
/// The block has no voxels (size 0 is impossible for a grid, so nullopt) when the lesion lies outside the follow-up.
std::optional<FollowUpBlock> follow_up_block(const DatedPair& pair, const Mask& lesion, double margin);

/// The same place and lesion with other images of both dates, interpolated; NaN where either ends.
FollowUpBlock seen_on(const FollowUpBlock& block, const DatedPair& pair);
}  // namespace nadir::segmentation
