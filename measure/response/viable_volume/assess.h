#pragma once

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::viable_volume
{
/// Response by the volume of viable (enhancing) tumour in all targets, with one pair of named limits (rules X11, X12):
///   CR no viable tumour in any target; PR at least `decrease` below the viable volume at baseline; PD at least `increase` above
///   the smallest viable volume. Exploratory: no published criterion of sarcoma response uses it.
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const VolumeLimits& limits);
}  // namespace nadir::measure::viable_volume
