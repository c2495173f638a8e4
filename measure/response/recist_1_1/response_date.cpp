#include "measure/response/recist_1_1/response_date.h"

#include <algorithm>

namespace nadir::measure::recist_1_1
{
namespace
{
using Lesions = std::vector<std::size_t>;

bool was_examined(const LesionReading& reading) { return reading.state != LesionState::NotDone; }

void append(Lesions& all, const Lesions& more) { all.insert(all.end(), more.begin(), more.end()); }

Lesions non_targets_in(LesionState state, const PatientReadings& readings, const TimepointReading& reading)
{
  Lesions lesions;
  for (const auto lesion : readings.of_role(LesionRole::NonTarget))
    if (reading.lesions[lesion].state == state) lesions.push_back(lesion);
  return lesions;
}

/// Lesions whose examinations show the progression. Non-targets that only reappeared (T13) are PRESENT.
Lesions progressing(const PatientReadings& readings, const TimepointResponse& at, const TimepointReading& reading)
{
  auto lesions = at.new_lesions;
  if (at.target == Category::ProgressiveDisease) append(lesions, readings.of_role(LesionRole::Target));
  if (at.non_target != Category::ProgressiveDisease) return lesions;
  const auto grown = non_targets_in(LesionState::UnequivocalProgression, readings, reading);
  append(lesions, grown.empty() ? non_targets_in(LesionState::Present, readings, reading) : grown);
  return lesions;
}

Lesions all_lesions(const PatientReadings& readings)
{
  Lesions lesions;
  for (const auto role : {LesionRole::Target, LesionRole::NonTarget, LesionRole::New}) append(lesions, readings.of_role(role));
  return lesions;
}

std::vector<CalendarDay> dates_of(const Lesions& lesions, const TimepointReading& reading)
{
  std::vector<CalendarDay> dates;
  for (const auto lesion : lesions)
    if (const auto date = reading.lesions[lesion].examined ? reading.lesions[lesion].examined : reading.date;
        date && was_examined(reading.lesions[lesion]))
      dates.push_back(*date);
  return dates;
}
}  // namespace

std::optional<CalendarDay> response_date(const PatientReadings& readings, const TimepointResponse& at, std::size_t timepoint)
{
  const auto& reading = readings.timepoints()[timepoint];
  const bool progressed = at.overall == Category::ProgressiveDisease;
  const auto dates = dates_of(progressed ? progressing(readings, at, reading) : all_lesions(readings), reading);
  if (dates.empty()) return reading.date;
  return progressed ? *std::min_element(dates.begin(), dates.end()) : *std::max_element(dates.begin(), dates.end());
}
}  // namespace nadir::measure::recist_1_1
