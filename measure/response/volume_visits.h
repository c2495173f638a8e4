#pragma once

#include <vector>

#include "measure/response/criterion.h"
#include "measure/response/target_volume.h"

namespace nadir::measure
{
/// The volumes of the targets, one entry a time point, for `respond_by_size`. Gone: every target has 0 mL.
std::vector<SizeVisit> volume_visits(const PatientReadings& readings, VolumeKind kind);
}  // namespace nadir::measure
