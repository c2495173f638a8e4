#pragma once

#include "measure/response/explain.h"
#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// RECIST 1.1 response of every time point of one patient, as one reader saw it.
///
/// Order inside a time point (rule O7): states -> sum and nadir -> target (incomplete T8/T9, CR T11, reappearance T13,
/// PD T10, PR T12, kept PR T12s, SD T14) -> non-target (NT2) -> new lesions (NL1, NL2) -> overall (O1 to O3).
/// Pure: same readings and protocol, same answer. Source: Eisenhauer et al., Eur J Cancer 2009;45:228-247.
PatientResponse assess(const PatientReadings& readings, const Protocol& protocol, Explain explain = Explain::Yes);
}  // namespace nadir::measure::recist_1_1
