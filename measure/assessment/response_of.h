#pragma once

#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// Slices of the series a lesion was measured on, for the baseline rules B2 and B3; absent without images.
struct SliceGeometry
{
  std::optional<Millimeters> thickness;
  std::optional<Millimeters> spacing;
};

/// `slices[t][l]`: where lesion l was measured at time point t.
using SliceGeometries = std::vector<std::vector<SliceGeometry>>;

/// Derives the response of every time point by the case's protocol from the lesions measured there and writes it, with findings,
/// contributions and flags, into `timepoints` (one LesionAssessment per lesion of the case, in its order). Failures: what the rule engine says of the readings.
Result<Done> add_responses(const Case& input, const SliceGeometries& slices, std::vector<TimepointAssessment>& timepoints);
}  // namespace nadir::measure
