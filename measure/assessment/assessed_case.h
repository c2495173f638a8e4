#pragma once

#include <memory>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/case_measurement.h"
#include "measure/assessment/open_timepoint.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// An assessment together with what it was measured on. Lesions point to stacks of the open time points, which live as long as this does.
struct AssessedCase
{
  Assessment assessment;
  std::vector<std::shared_ptr<OpenTimepoint>> timepoints;  ///< in the order of the assessment
  std::vector<MeasuredLesions> lesions;                    ///< [time point][lesion], in the order of the assessment
};

/// As assess_case, and keeps images and voxels for whoever writes or shows them.
Result<AssessedCase> measure_case(const Case& input, const imaging::Progress& progress = {});
}  // namespace nadir::measure
