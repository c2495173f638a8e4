#pragma once

#include <optional>
#include <vector>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"
#include "measure/response/readings.h"

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

/// What the rules work on, from what was measured. Every time point lists `lesions` in their order. Failures: those of PatientReadings.
Result<PatientReadings> readings_of(const std::vector<Lesion>& lesions, const SliceGeometries& slices,
                                    const std::vector<TimepointAssessment>& timepoints);

/// The same of a whole assessment, whose time points may leave lesions out: those count as not examined there. Slices are not known.
Result<PatientReadings> readings_of(const Assessment& assessment);

/// Every lesion of an assessment once, in the order in which they first appear.
std::vector<Lesion> lesions_of(const Assessment& assessment);

/// What a time point says of a lesion; null where it does not list it.
const LesionAssessment* find_lesion(const TimepointAssessment& timepoint, const LesionId& id);
}  // namespace nadir::measure
