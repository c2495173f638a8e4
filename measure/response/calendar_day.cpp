#include "measure/response/calendar_day.h"

namespace nadir::measure
{
namespace
{
/// Digits as a number; none when there is anything else.
std::optional<unsigned> digits(std::string_view text)
{
  unsigned number = 0;
  for (const char character : text)
  {
    if (character < '0' || character > '9') return std::nullopt;
    number = 10 * number + static_cast<unsigned>(character - '0');
  }
  return number;
}

/// Writes the last digits of a number, with zeros in front.
void write_digits(unsigned number, std::string& text, std::size_t begin, std::size_t count)
{
  for (auto i = begin + count; i-- > begin; number /= 10) text[i] = static_cast<char>('0' + number % 10);
}
}  // namespace

std::optional<CalendarDay> parse_calendar_day(std::string_view text)
{
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}, std::chrono::day{*day}};
  return date.ok() ? std::optional<CalendarDay>(CalendarDay{date}) : std::nullopt;
}

std::string format_calendar_day(CalendarDay day)
{
  const std::chrono::year_month_day date{day};
  std::string text = "0000-00-00";
  write_digits(static_cast<unsigned>(static_cast<int>(date.year())), text, 0, 4);
  write_digits(static_cast<unsigned>(date.month()), text, 5, 2);
  write_digits(static_cast<unsigned>(date.day()), text, 8, 2);
  return text;
}

int days_between(CalendarDay from, CalendarDay to) { return static_cast<int>((to - from).count()); }
}  // namespace nadir::measure
