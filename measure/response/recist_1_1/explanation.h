#pragma once

#include <vector>

#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/new_lesions.h"
#include "measure/response/recist_1_1/non_target_response.h"
#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/target_response.h"

namespace nadir::measure::recist_1_1
{
/// The calls of one follow-up time point, with their rules.
struct Calls
{
  TargetCall target;
  NonTargetCall non_target;
  NewLesions new_lesions;
  OverallCall overall;
  std::size_t timepoint = 0;  ///< position in PatientReadings::timepoints()
};

/// The derivation of one time point in words, in the order of rule O7. Numbers are those of `response`; nothing is decided here.
std::vector<Finding> explain(const PatientReadings& readings, const TimepointResponse& response, const Calls& calls,
                             const Protocol& protocol);

/// The same for the baseline: its sum, and what makes it incomplete (rule B13).
std::vector<Finding> explain_baseline(const PatientReadings& readings, const TimepointResponse& response);
}  // namespace nadir::measure::recist_1_1
