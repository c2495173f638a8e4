#include "measure/response/target_volume.h"

#include <cmath>
#include <cstdlib>

#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
CubicMillimeters rounded(Milliliters volume) { return std::llround(volume.value() * 1000.0); }

std::optional<Milliliters> volume_in(const LesionReading& reading, VolumeKind kind)
{
  const auto& solid = reading.solid_volume;
  switch (kind)
  {
  case VolumeKind::Whole: return reading.volume;
  case VolumeKind::Viable: return reading.viable_volume;
  case VolumeKind::SolidAtLeast: return solid ? std::optional(solid->least) : std::nullopt;
  case VolumeKind::SolidAtMost: return solid ? std::optional(solid->most) : std::nullopt;
  }
  return std::nullopt;
}
}  // namespace

std::optional<CubicMillimeters> volume_of(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint, VolumeKind kind)
{
  const auto& reading = readings.timepoints()[timepoint].lesions[lesion];
  if (reading.state == LesionState::Absent || reading.state == LesionState::MergedInto) return 0;
  const auto volume = volume_in(reading, kind);
  return volume ? std::optional(rounded(*volume)) : std::nullopt;
}

std::optional<CubicMillimeters> target_volume(const PatientReadings& readings, std::size_t timepoint, VolumeKind kind)
{
  if (!readings.has_targets()) return std::nullopt;
  CubicMillimeters sum = 0;
  for (const auto target : readings.of_role(LesionRole::Target))
  {
    const auto volume = volume_of(readings, target, timepoint, kind);
    if (!volume) return std::nullopt;
    sum += *volume;
  }
  return sum;
}

std::optional<CubicMillimeters> volume_nadir(const PatientReadings& readings, std::size_t timepoint, VolumeKind kind)
{
  std::optional<CubicMillimeters> smallest;
  for (std::size_t earlier = 0; earlier < timepoint; ++earlier)
    if (const auto volume = target_volume(readings, earlier, kind); volume && (!smallest || *volume < *smallest)) smallest = volume;
  return smallest;
}

std::string volume_in_words(CubicMillimeters volume)
{
  const auto decimals = std::abs(volume) < 10'000 ? 2 : 1;
  return format_fixed(static_cast<double>(volume) / 1000.0, decimals) + " mL";
}
}  // namespace nadir::measure
