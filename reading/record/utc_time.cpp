#include "reading/record/utc_time.h"

#include "imaging/units/number_text.h"

namespace nadir::reading
{
namespace
{
std::string padded(std::int64_t number, std::size_t digits)
{
  const auto text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::int64_t whole(std::string_view text, std::size_t at, std::size_t count) { return parse_integer(text.substr(at, count)).value_or(-1); }
}  // namespace

std::string format_utc(UtcTime time)
{
  using namespace std::chrono;
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return padded(int{date.year()}, 4) + "-" + padded(unsigned{date.month()}, 2) + "-" + padded(unsigned{date.day()}, 2) + "T" +
         padded(clock.hours().count(), 2) + ":" + padded(clock.minutes().count(), 2) + ":" + padded(clock.seconds().count(), 2) + "." +
         padded(clock.subseconds().count(), 3) + "Z";
}

std::optional<UtcTime> parse_utc(std::string_view text)
{
  using namespace std::chrono;
  if (text.size() != 24) return std::nullopt;
  const year_month_day date{year{static_cast<int>(whole(text, 0, 4))}, month{static_cast<unsigned>(whole(text, 5, 2))},
                            day{static_cast<unsigned>(whole(text, 8, 2))}};
  if (!date.ok()) return std::nullopt;
  const UtcTime time = sys_days{date} + hours{whole(text, 11, 2)} + minutes{whole(text, 14, 2)} + seconds{whole(text, 17, 2)} +
                       milliseconds{whole(text, 20, 3)};
  return format_utc(time) == text ? std::optional(time) : std::nullopt;
}

UtcTime utc_now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
}  // namespace nadir::reading
