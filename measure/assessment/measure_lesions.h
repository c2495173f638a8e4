#pragma once

#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// The lesions of a time point, in the order of the case.
using MeasuredLesions = std::vector<MeasuredLesion>;

/// Measures every lesion of a case at every time point. A target or non-target lesion without a prompt is looked for from the last
/// time point where its voxels are known; a new lesion is not. Tissues are told wherever voxels and images are there.
/// `timepoints` must outlive the result. Failures: as measure_lesion, with lesion and time point named; LoaderError::Cancelled.
Result<std::vector<MeasuredLesions>> measure_lesions(const Case& input, const std::vector<TimepointImages>& timepoints, const imaging::Progress& progress);
}  // namespace nadir::measure
