#pragma once

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::volumetric
{
/// Response by the volume of all targets with one pair of named limits (rules X11, X12):
///   CR every target gone; PR at least `decrease` below the baseline volume; PD at least `increase` above the smallest volume.
/// The limits come from the protocol with their citation (default: sphere -65.7/+72.8 %, macdonald -65/+40 %); there is no
/// smallest absolute increase. A volume category never changes the RECIST category.
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const VolumeLimits& limits);
}  // namespace nadir::measure::volumetric
