#include "report/deidentify/date_text.h"

#include <algorithm>

#include "report/deidentify/shifted_date.h"

namespace nadir::report
{
namespace
{
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '-' || c == '.' || c == '/'; }

bool is_day(const std::string& yyyymmdd)
{
  return (yyyymmdd.starts_with("19") || yyyymmdd.starts_with("20")) && days_earlier(yyyymmdd, 0).has_value();
}

/// "dddd-dd-dd" as "YYYY-MM-DD"; for "dd-dd-dddd" day and month are tried both ways.
bool is_written_day(std::string_view ten)
{
  const auto digits = [&](std::size_t from, std::size_t count) { return std::string(ten.substr(from, count)); };
  std::string shape;
  for (const char c : ten) shape += is_digit(c) ? 'd' : is_separator(c) ? '-' : 'x';
  if (shape == "dddd-dd-dd") return is_day(digits(0, 4) + digits(5, 2) + digits(8, 2));
  if (shape != "dd-dd-dddd") return false;
  return is_day(digits(6, 4) + digits(3, 2) + digits(0, 2)) || is_day(digits(6, 4) + digits(0, 2) + digits(3, 2));
}
}  // namespace

std::vector<std::string> spellings_of_date(std::string_view date)
{
  if (date.size() != 8 || !std::all_of(date.begin(), date.end(), is_digit)) return {};
  const std::string year(date.substr(0, 4)), month(date.substr(4, 2)), day(date.substr(6, 2));
  std::vector<std::string> spellings;
  for (const std::string between : {"-", ".", "/"})
    for (const auto& spelling :
         {year + between + month + between + day, day + between + month + between + year, month + between + day + between + year})
      spellings.push_back(spelling);
  return spellings;
}

bool has_date(std::string_view text)
{
  for (std::size_t place = 0; place < text.size(); ++place)
  {
    if (place > 0 && is_digit(text[place - 1])) continue;
    const auto rest = text.substr(place);
    const auto run = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
    if (run >= 8 && is_day(std::string(rest.substr(0, 8)))) return true;
    if (rest.size() >= 10 && is_written_day(rest.substr(0, 10))) return true;
  }
  return false;
}

bool has_identifier_number(std::string_view text)
{
  constexpr std::size_t least = 24;
  std::size_t run = 0;
  for (const char c : text)
  {
    run = is_digit(c) || c == '.' ? run + 1 : 0;
    if (run == least) return true;
  }
  return false;
}
}  // namespace nadir::report
