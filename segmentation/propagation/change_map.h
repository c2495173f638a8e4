#pragma once

#include <optional>

#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// How sure it is, at each voxel of the block, that nothing has changed there: 1 where the follow-up shows what the baseline leads to
/// expect, both smoothed by 1.5 mm so that noise cancels; 0 where they differ by more than the deviation and an error of 1 mm in position
/// explain, or where the baseline ends. Where most of the border is unchanged, the lesion may be seen in one slice more: it ends between
/// two.
imaging::FloatImage unchanged_share(const FollowUpBlock& block, const ExpectedValues& expected);

/// Middle value expected within the carried lesion, its blurred border left out; nullopt with fewer than 20 voxels.
std::optional<double> expected_inside(const FollowUpBlock& block, const ExpectedValues& expected);

/// Whether the lesion's border is where it was: within 3 mm of the carried border the follow-up is as expected (mean share of at least
/// 0.8), and growth would have shown there (what lies around differs from the lesion by at least two deviations on average).
bool has_kept_its_border(const FollowUpBlock& block, const ExpectedValues& expected);

/// Whether it plainly is not: growth would have shown there, and the follow-up is hardly as expected (mean share below 0.6).
bool has_moved_its_border(const FollowUpBlock& block, const ExpectedValues& expected);
}  // namespace nadir::segmentation
