#include "report/document/time_axis.h"

#include "measure/response/calendar_day.h"

namespace nadir::report
{
namespace
{
constexpr double least_gap = 0.06;  // of the axis; closer points and their names would run into each other

std::vector<double> equal_steps(std::size_t count)
{
  std::vector<double> places;
  for (std::size_t k = 0; k < count; ++k) places.push_back(count == 1 ? 0.5 : static_cast<double>(k) / static_cast<double>(count - 1));
  return places;
}

/// Days since the first time point; empty when a date is unknown.
std::vector<double> days_of(const std::vector<measure::TimepointAssessment>& timepoints)
{
  std::vector<double> days;
  std::optional<measure::CalendarDay> first;
  for (const auto& timepoint : timepoints)
  {
    const auto day = measure::parse_calendar_day(timepoint.date);
    if (!day) return {};
    if (!first) first = day;
    days.push_back(measure::days_between(*first, *day));
  }
  return days;
}

bool are_told_apart(const std::vector<double>& days)
{
  for (std::size_t k = 1; k < days.size(); ++k)
    if (days[k] - days[k - 1] < least_gap * (days.back() - days.front()) || days[k] <= days[k - 1]) return false;
  return days.size() > 1;
}
}  // namespace

TimeAxis time_axis(const std::vector<measure::TimepointAssessment>& timepoints)
{
  std::vector<double> days = days_of(timepoints);
  if (!are_told_apart(days)) return {equal_steps(timepoints.size()), false};
  const double length = days.back();
  for (double& day : days) day /= length;
  return {days, true};
}
}  // namespace nadir::report
