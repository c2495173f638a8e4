#pragma once

#include "measure/response/readings.h"

namespace nadir::measure::test
{
/// The random patient of that seed with everything else that a reader can say: volumes, viable parts, enhancement, other planes,
/// slices, techniques, natures, earlier treatment, merged lesions, further increase. Same seed, same patient.
PatientReadings decorated_patient(unsigned long seed);
}  // namespace nadir::measure::test
