#pragma once

#include "measure/lesion/assessment.h"
#include "measure/response/patient_response.h"
#include "measure/response/readings.h"

namespace nadir::test
{
/// The readings that an assessment holds, as the program itself makes them of a case: a lesion that a time point does not list is NOT_DONE,
/// a new lesion that was not seen yet NONE. Expects an assessment that can be one.
measure::PatientReadings readings_of(const measure::Assessment& assessment);

/// Derives responses and contributions by the default protocol and writes them into the assessment.
void derive_responses(measure::Assessment& assessment);
}  // namespace nadir::test
