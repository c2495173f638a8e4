#include "measure/response/volume_visits.h"

namespace nadir::measure
{
namespace
{
SizeVisit visit_of(const PatientReadings& readings, std::size_t timepoint, VolumeKind kind)
{
  SizeVisit visit;
  visit.complete = target_volume(readings, timepoint, kind);
  for (const auto target : readings.of_role(LesionRole::Target))
    if (const auto volume = volume_of(readings, target, timepoint, kind)) visit.part = visit.part.value_or(0) + *volume;
  visit.all_gone = visit.complete == CubicMillimeters{0};
  return visit;
}
}  // namespace

std::vector<SizeVisit> volume_visits(const PatientReadings& readings, VolumeKind kind)
{
  std::vector<SizeVisit> visits;
  for (std::size_t i = 0; i < readings.timepoints().size(); ++i) visits.push_back(visit_of(readings, i, kind));
  return visits;
}
}  // namespace nadir::measure
