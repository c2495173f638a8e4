#include "measure/response/calendar_day.h"

#include <algorithm>

#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
bool is_digits(std::string_view text)
{
  return std::all_of(text.begin(), text.end(), [](char character) { return character >= '0' && character <= '9'; });
}

std::string padded(unsigned value, std::size_t width)
{
  auto text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}
} // namespace

std::optional<CalendarDay> parse_calendar_day(std::string_view text)
{
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8, 2);
  if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*parse_integer(year))},
                                         std::chrono::month{static_cast<unsigned>(*parse_integer(month))},
                                         std::chrono::day{static_cast<unsigned>(*parse_integer(day))}};
  return date.ok() ? std::optional<CalendarDay>(CalendarDay{date}) : std::nullopt;
}

std::string format_calendar_day(CalendarDay day)
{
  const std::chrono::year_month_day date{day};
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' + padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

int days_between(CalendarDay from, CalendarDay to) { return static_cast<int>((to - from).count()); }
} // namespace nadir::measure
