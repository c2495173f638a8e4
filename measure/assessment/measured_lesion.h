#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "imaging/dicom/study.h"
#include "measure/assessment/identity_check.h"
#include "measure/lesion/assessment.h"
#include "segmentation/mask/segmented_lesion.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::measure
{
/// One lesion measured at one time point, and the stack it was measured on (nullptr without images).
struct MeasuredLesion
{
  LesionAssessment assessment;
  const imaging::ImageStack* stack = nullptr;
  std::vector<Question> questions;                        ///< what a person must answer about the mask before its numbers are used
  std::optional<segmentation::Mask> mask;                 ///< the lesion on the voxels of `stack`, where both are known
  std::optional<segmentation::TissueMap> tissue;          ///< on the voxels of `mask`, where images show tissues
  const imaging::ImageStack* t2 = nullptr;                ///< the T2 or STIR that `tissue` was told by
  std::optional<segmentation::SegmentedLesion> off_grid;  ///< a mask whose voxels are not those of its images
  std::shared_ptr<const segmentation::SegmentedLesion>
      outline;                                    ///< what was measured, where it lies on the images; null for lines and states
  std::vector<Caliper> part_calipers;             ///< SPLIT by the program: longest diameter of each part
  const imaging::ImageStack* drawn_on = nullptr;  ///< the stack of the longest diameter, where it is another one than `stack`
};

/// Of a mask on its images: false for lines, states, masks off the grid and a lesion that is gone.
inline bool has_voxels(const MeasuredLesion& lesion) { return lesion.mask && lesion.stack && !lesion.mask->is_empty(); }
}  // namespace nadir::measure
