#pragma once

#include "imaging/result/result.h"
#include "measure/size/lesion_size.h"
#include "measure/size/measure_size.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
/// The two ways of measure_size(): one for voxels, one for drawn contours. Evidence of the lesion's file is added by measure_size().
/// Lengths mm, volumes mL, points patient LPS. Failure EmptyMask: no voxel, no point, or contours that enclose no area.
Result<LesionSize> size_of(const segmentation::Mask& mask, const segmentation::MaskProvenance& provenance);
Result<LesionSize> size_of(const segmentation::ContourStack& contours, const segmentation::MaskProvenance& provenance);
}  // namespace nadir::measure
