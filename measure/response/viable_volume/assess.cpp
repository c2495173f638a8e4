#include "measure/response/viable_volume/assess.h"

#include "measure/response/volume_visits.h"

namespace nadir::measure::viable_volume
{
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const VolumeLimits& limits)
{
  const CriterionName name{"viable volume " + limits.name + " (exploratory)", "mL", limits.citation, "X12", 1000.0};
  return respond_by_size(name, volume_visits(readings, VolumeKind::Viable), {limits.decrease_permille, limits.increase_permille, 0},
                         recist);
}
}  // namespace nadir::measure::viable_volume
