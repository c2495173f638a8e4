#pragma once

#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
struct BulkRule
{
  double narrow_mm = 4.0;     ///< a bridge narrower than this in its slices joins nothing
  double least_share = 0.05;  ///< of all that is broader: what holds less is no part but a scrap
};

/// The parts of a mask as a reader counts them, largest first: what hangs together by faces once all that is narrow in its slice (i, j) is
/// taken off, each with the narrow voxels nearest to it that touch it. Scraps belong to no part. A mask that is narrow everywhere is one
/// part; an empty one has none.
std::vector<Mask> bulky_parts(const Mask& mask, const BulkRule& rule = {});
}  // namespace nadir::segmentation
