#pragma once

#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// How sure it is, at each voxel of the block, that nothing has changed there: 1 where the follow-up shows what the baseline leads to
/// expect within about 4 mm, 0 where it differs by far more than noise and an error of 1 mm in position explain, or where the baseline
/// ends.
imaging::FloatImage unchanged_share(const FollowUpBlock& block, const ExpectedValues& expected);
}  // namespace nadir::segmentation
