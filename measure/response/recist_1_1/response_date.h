#pragma once

#include <optional>

#include "measure/response/patient_response.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// The day a time point's response counts from (rule R10). PD: the earliest among the examinations that show it (progressing
/// targets, non-targets, or new lesions); otherwise the last examination of the time point. An examination without its own
/// date has the time point's date. None when there is no date at all.
std::optional<CalendarDay> response_date(const PatientReadings& readings, const TimepointResponse& response, std::size_t timepoint);
}  // namespace nadir::measure::recist_1_1
