#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/lesion/assessment.h"
#include "measure/response/assessed_readings.h"

namespace nadir::measure
{
/// Derives the response of every time point by the case's protocol from the lesions measured there and writes it, with findings,
/// contributions and flags, into `timepoints` (one LesionAssessment per lesion of the case, in its order). Failures: what the rule engine
/// says of the readings.
Result<Done> add_responses(const Case& input, const SliceGeometries& slices, std::vector<TimepointAssessment>& timepoints);

/// Rule of the findings that say why there is no response.
inline constexpr std::string_view withheld_rule = "WITHHELD";

/// Takes away the responses and flags from a time point on and leaves the reason as a finding. What the baseline lacks (rules B) stays.
void withhold_responses(std::vector<TimepointAssessment>& timepoints, std::size_t first, const std::string& why);
}  // namespace nadir::measure
