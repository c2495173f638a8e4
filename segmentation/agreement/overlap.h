#pragma once

#include <optional>

#include "imaging/result/result.h"
#include "imaging/units/milliliters.h"
#include "segmentation/agreement/agreement_error.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// How far two masks hold the same voxels.
struct Overlap
{
  double dice = 0.0;     ///< 2 |A and B| / (|A| + |B|); 1 for two empty masks, which agree that nothing is there
  double jaccard = 0.0;  ///< |A and B| / |A or B|; 1 for two empty masks
  Milliliters volume_a;  ///< voxels x voxel volume, gaps between slices included
  Milliliters volume_b;
  std::optional<double> volume_change;  ///< (B - A) / A; absent when A is empty
  bool both_empty = false;
};

/// Failure: DifferentGrids.
Result<Overlap> overlap_of(const Mask& a, const Mask& b);
}  // namespace nadir::segmentation
