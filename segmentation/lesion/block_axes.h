#pragma once

#include "segmentation/lesion/finish_mask.h"

namespace nadir::segmentation::lesion
{
/// Longest in-slice diameter and the longest chord perpendicular to it, mm; from outline to outline (half a pixel beyond the outermost
/// pixel centres). For the spread of a segmentation's own doubt; reported sizes come from measure/size.
struct BlockAxes
{
  double longest = 0.0;
  double across = 0.0;
};
BlockAxes axes_of(const GridSize& size, const VoxelSpacing& spacing, const BlockBytes& voxels);
}  // namespace nadir::segmentation::lesion
