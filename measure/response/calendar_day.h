#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nadir::measure
{
/// A day of the Gregorian calendar without time of day or zone; differences are whole days.
using CalendarDay = std::chrono::sys_days;

/// Reads "2024-01-31" (ISO 8601) only; a day that does not exist ("2023-02-29") -> nullopt.
std::optional<CalendarDay> parse_calendar_day(std::string_view text);

/// "2024-01-31".
std::string format_calendar_day(CalendarDay day);

/// Days from one day to another; negative when `to` is earlier.
int days_between(CalendarDay from, CalendarDay to);
}  // namespace nadir::measure
