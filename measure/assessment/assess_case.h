#pragma once

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// Assesses a case: reads the images of every time point, asks when patients, sides or order do not agree, measures every lesion,
/// pairs the series and derives the response of every time point by RECIST 1.1 with the case's protocol.
///
/// Failures: AssessmentError, or what reading and measuring say; a failure means that nothing was assessed.
/// Cancelled through `progress`: LoaderError::Cancelled.
Result<Assessment> assess_case(const Case& input, const imaging::Progress& progress = {});
}  // namespace nadir::measure
