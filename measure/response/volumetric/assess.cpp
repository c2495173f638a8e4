#include "measure/response/volumetric/assess.h"

#include "measure/response/volume_visits.h"

namespace nadir::measure::volumetric
{
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const VolumeLimits& limits)
{
  const CriterionName name{"volumetric " + limits.name, "mL", limits.citation, "X12", 1000.0};
  return respond_by_size(name, volume_visits(readings, VolumeKind::Whole), {limits.decrease_permille, limits.increase_permille, 0}, recist);
}
}  // namespace nadir::measure::volumetric
