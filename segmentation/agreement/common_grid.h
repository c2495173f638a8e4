#pragma once

#include "imaging/result/result.h"
#include "segmentation/agreement/agreement_error.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Two masks on one grid.
struct MaskPair
{
  Mask a;
  Mask b;
};

/// Puts both on the smallest grid that holds them, when their voxels are the same voxels: equal steps and directions, places that
/// differ by whole voxels (within a hundredth of one), e.g. a segmentation that was cut down. Nothing is resampled.
/// Failure: DifferentGrids.
Result<MaskPair> on_common_grid(const Mask& a, const Mask& b);
}  // namespace nadir::segmentation
