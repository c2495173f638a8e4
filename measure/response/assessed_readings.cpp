#include "measure/response/assessed_readings.h"

#include <algorithm>

#include "measure/response/lesion_state.h"

namespace nadir::measure
{
namespace
{
enum class Appeared
{
  No,
  Yes,
};

std::optional<Millimeters> length_of(const std::optional<Caliper>& caliper)
{
  return caliper ? std::optional(caliper->length) : std::nullopt;
}

/// "ABSENT" of a new lesion means that there is none; nothing said of one that is not yet there means the same, but not later.
LesionState state_of(const LesionAssessment& lesion, Appeared appeared)
{
  const auto state = parse_lesion_state(lesion.state).value_or(LesionState::NotDone);
  if (lesion.lesion.role != LesionRole::New) return state;
  const bool not_there = state == LesionState::Absent || (state == LesionState::NotDone && appeared == Appeared::No);
  return not_there ? LesionState::None : state;
}

std::optional<VolumeBounds> solid_volume_of(const LesionAssessment& lesion)
{
  if (!lesion.volume || !lesion.tissue || !lesion.tissue->necrotic_fraction) return std::nullopt;
  const auto& dead = *lesion.tissue->necrotic_fraction;
  const double whole = lesion.volume->value();
  return VolumeBounds{Milliliters{whole * std::clamp(1.0 - dead.high, 0.0, 1.0)},
                      Milliliters{whole * std::clamp(1.0 - dead.low, 0.0, 1.0)}};
}

LesionReading reading_of(const LesionAssessment& lesion, const SliceGeometry& slices, Appeared appeared)
{
  LesionReading reading;
  reading.state = state_of(lesion, appeared);
  reading.longest_diameter = length_of(lesion.longest_diameter);
  reading.short_axis = length_of(lesion.short_axis);
  reading.longest_in_any_plane = length_of(lesion.longest_in_any_plane);
  reading.volume = lesion.volume;
  if (lesion.tissue && lesion.tissue->viable_volume_ml) reading.viable_volume = Milliliters{lesion.tissue->viable_volume_ml->value};
  reading.solid_volume = solid_volume_of(lesion);
  if (lesion.tissue) reading.viable_diameter = length_of(lesion.tissue->viable_diameter);
  reading.slice_thickness = slices.thickness;
  reading.slice_spacing = slices.spacing;
  reading.modality = Modality::Mri;
  reading.fragments = lesion.fragments;
  reading.merged_into = lesion.merged_into;
  reading.reason = lesion.reason;
  return reading;
}

/// Whether a lesion was seen at an earlier time point.
Appeared appeared_before(const std::vector<TimepointAssessment>& timepoints, std::size_t timepoint, std::size_t lesion)
{
  for (std::size_t t = 0; t < timepoint; ++t)
  {
    const auto& state = timepoints[t].lesions[lesion].state;
    if (state == "EQUIVOCAL" || state == "UNEQUIVOCAL") return Appeared::Yes;
  }
  return Appeared::No;
}

TimepointReading reading_of(const std::vector<TimepointAssessment>& timepoints, std::size_t t, const std::vector<SliceGeometry>& slices)
{
  const auto& timepoint = timepoints[t];
  TimepointReading reading;
  reading.label = timepoint.label;
  reading.sequence = static_cast<int>(t);
  reading.date = parse_calendar_day(timepoint.date);
  for (std::size_t l = 0; l < timepoint.lesions.size(); ++l)
    reading.lesions.push_back(reading_of(timepoint.lesions[l], slices[l], appeared_before(timepoints, t, l)));
  return reading;
}
}  // namespace

Result<PatientReadings> readings_of(const std::vector<Lesion>& lesions, const SliceGeometries& slices,
                                    const std::vector<TimepointAssessment>& timepoints)
{
  std::vector<ReadLesion> read;
  for (const auto& lesion : lesions) read.push_back({lesion});
  std::vector<TimepointReading> readings;
  for (std::size_t t = 0; t < timepoints.size(); ++t) readings.push_back(reading_of(timepoints, t, slices[t]));
  return PatientReadings::make(std::move(read), std::move(readings));
}

Result<PatientReadings> readings_of(const Assessment& assessment)
{
  const auto lesions = lesions_of(assessment);
  auto timepoints = assessment.timepoints;
  for (auto& timepoint : timepoints)
  {
    std::vector<LesionAssessment> whole;
    for (const auto& lesion : lesions)
    {
      const auto* found = find_lesion(timepoint, lesion.id);
      whole.emplace_back(found ? *found : LesionAssessment{}).lesion = lesion;
    }
    timepoint.lesions = std::move(whole);
  }
  return readings_of(lesions, SliceGeometries(timepoints.size(), std::vector<SliceGeometry>(lesions.size())), timepoints);
}

std::vector<Lesion> lesions_of(const Assessment& assessment)
{
  std::vector<Lesion> lesions;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& entry : timepoint.lesions)
      if (std::none_of(lesions.begin(), lesions.end(), [&](const Lesion& known) { return known.id == entry.lesion.id; }))
        lesions.push_back(entry.lesion);
  return lesions;
}

const LesionAssessment* find_lesion(const TimepointAssessment& timepoint, const LesionId& id)
{
  const auto found = std::find_if(timepoint.lesions.begin(), timepoint.lesions.end(),
                                  [&](const LesionAssessment& lesion) { return lesion.lesion.id == id; });
  return found == timepoint.lesions.end() ? nullptr : &*found;
}
}  // namespace nadir::measure
