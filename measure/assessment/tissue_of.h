#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/timepoint_volumes.h"
#include "measure/lesion/tissue_content.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::measure
{
/// What a lesion consists of: in numbers, and voxel by voxel.
struct MeasuredTissue
{
  TissueContent content;
  segmentation::TissueMap map;
};

/// What a lesion consists of, told from the series of its time point that lie in the frame of reference of `stack`, whose voxels the
/// mask has: T1 before and after contrast, T2 or STIR, ADC (the scanner's map, else computed from the diffusion images).
/// nullopt where none of these is there. Failures: TissueError, or what loading says.
Result<std::optional<MeasuredTissue>> tissue_of(const segmentation::Mask& mask, const imaging::ImageStack& stack, TimepointVolumes& volumes);
}  // namespace nadir::measure
