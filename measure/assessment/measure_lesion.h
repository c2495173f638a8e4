#pragma once

#include <optional>

#include "imaging/result/result.h"
#include "measure/assessment/identity_check.h"
#include "measure/assessment/timepoint_images.h"
#include "measure/lesion/assessment.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
/// One lesion measured at one time point, and the stack it was measured on (nullptr without images).
struct MeasuredLesion
{
  LesionAssessment assessment;
  const imaging::ImageStack* stack = nullptr;
  std::vector<Question> questions;     ///< what a person must answer about the mask before its numbers are used
  std::optional<segmentation::SegmentedLesion> off_grid;   ///< a mask whose voxels are not those of its images
};

/// Turns a prompt into numbers: a mask is read, put on its images and measured; a caliper is checked and taken as drawn; a state
/// is passed on. Failures: MaskUnusable, CaseInvalid (e.g. a node without short axis), or what reading and measuring say.
Result<MeasuredLesion> measure_lesion(const Lesion& lesion, const Prompt& prompt, const TimepointImages& images);
}  // namespace nadir::measure
