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

const std::optional<CalendarDay>& date_of(const LesionReading& lesion, const TimepointReading& reading)
{
  return lesion.examined ? lesion.examined : reading.date;
}

std::optional<CalendarDay> first_date(const Lesions& lesions, const TimepointReading& reading)
{
  std::optional<CalendarDay> first;
  for (const auto lesion : lesions)
    if (const auto& date = date_of(reading.lesions[lesion], reading); date && was_examined(reading.lesions[lesion]))
      first = std::min(first.value_or(*date), *date);
  return first;
}

std::optional<CalendarDay> last_date(const TimepointReading& reading)
{
  std::optional<CalendarDay> last;
  for (const auto& lesion : reading.lesions)
    if (const auto& date = date_of(lesion, reading); date && was_examined(lesion)) last = std::max(last.value_or(*date), *date);
  return last;
}
}  // namespace

std::optional<CalendarDay> response_date(const PatientReadings& readings, const TimepointResponse& at, std::size_t timepoint)
{
  const auto& reading = readings.timepoints()[timepoint];
  const bool progressed = at.overall == Category::ProgressiveDisease;
  const auto date = progressed ? first_date(progressing(readings, at, reading), reading) : last_date(reading);
  return date ? date : reading.date;
}
}  // namespace nadir::measure::recist_1_1
