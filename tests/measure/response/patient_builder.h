#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/response/readings.h"

namespace nadir::measure::test
{
/// A lesion that is read for a test.
inline ReadLesion lesion(const std::string& id, LesionRole role, const std::string& organ = "soft tissue")
{
  return {{LesionId(id), role, organ, false}, LesionNature::Solid, PriorTreatment::No};
}
inline ReadLesion target(const std::string& id) { return lesion(id, LesionRole::Target); }
inline ReadLesion non_target(const std::string& id) { return lesion(id, LesionRole::NonTarget); }
inline ReadLesion new_lesion(const std::string& id) { return lesion(id, LesionRole::New); }
inline ReadLesion node(const std::string& id)
{
  auto made = lesion(id, LesionRole::Target, "lymph node");
  made.lesion.nodal = true;
  return made;
}

inline LesionReading state(LesionState state)
{
  LesionReading reading;
  reading.state = state;
  return reading;
}
inline LesionReading mm(double length)
{
  auto reading = state(LesionState::Measured);
  reading.longest_diameter = Millimeters{length};
  return reading;
}
inline LesionReading short_axis_mm(double length)
{
  auto reading = state(LesionState::Measured);
  reading.short_axis = Millimeters{length};
  return reading;
}

/// Readings written line by line: one line a time point, one entry a lesion.
///
///     Patient({target("T1"), new_lesion("L1")}).at({mm(50), none()}).at({mm(30), none()}).readings();
class Patient
{
public:
  explicit Patient(std::vector<ReadLesion> lesions) : lesions_(std::move(lesions)) {}

  Patient& at(std::vector<LesionReading> readings, std::optional<std::string> date = std::nullopt)
  {
    TimepointReading timepoint;
    timepoint.sequence = static_cast<int>(timepoints_.size());
    timepoint.label = TimepointLabel(std::to_string(timepoint.sequence));
    if (date) timepoint.date = parse_calendar_day(*date).value();
    timepoint.lesions = std::move(readings);
    timepoints_.push_back(std::move(timepoint));
    return *this;
  }
  Patient& with_markers(Markers markers)
  {
    timepoints_.back().markers = markers;
    return *this;
  }
  Result<PatientReadings> result() const { return PatientReadings::make(lesions_, timepoints_); }
  PatientReadings readings() const { return result().value(); }

private:
  std::vector<ReadLesion> lesions_;
  std::vector<TimepointReading> timepoints_;
};

/// One non-nodal target, one length a time point.
inline PatientReadings single_target(const std::vector<double>& lengths)
{
  Patient patient({target("T1")});
  for (const auto length : lengths) patient.at({mm(length)});
  return patient.readings();
}
}  // namespace nadir::measure::test
