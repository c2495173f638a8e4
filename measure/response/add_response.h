#pragma once

#include "measure/lesion/assessment.h"
#include "measure/response/patient_response.h"
#include "measure/response/readings.h"

namespace nadir::measure
{
/// Writes the response of a time point and what each of its lesions put into the sum into the assessment; margin and certainty are computed
/// apart. `readings` are those that the response was derived from.
void add_response(const TimepointResponse& response, const PatientReadings& readings, TimepointAssessment& timepoint);
}  // namespace nadir::measure
