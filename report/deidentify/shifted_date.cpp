#include "report/deidentify/shifted_date.h"

#include <algorithm>
#include <chrono>

#include "imaging/units/number_text.h"

namespace nadir::report
{
namespace
{
std::string padded(int number, std::size_t digits)
{
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}
}  // namespace

std::optional<std::string> days_earlier(std::string_view date, int days)
{
  using namespace std::chrono;
  if (date.size() < 8 || date.find_first_not_of("0123456789.+-") != std::string_view::npos ||
      date.substr(0, 8).find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t count) { return static_cast<int>(*parse_integer(date.substr(from, count))); };
  const year_month_day day{year{part(0, 4)}, month{static_cast<unsigned>(part(4, 2))}, std::chrono::day{static_cast<unsigned>(part(6, 2))}};
  if (!day.ok()) return std::nullopt;
  const year_month_day earlier{sys_days{day} - std::chrono::days{days}};
  return padded(static_cast<int>(earlier.year()), 4) + padded(static_cast<int>(static_cast<unsigned>(earlier.month())), 2) +
         padded(static_cast<int>(static_cast<unsigned>(earlier.day())), 2) + std::string(date.substr(8, date.find_first_of("+-") - 8));
}
}  // namespace nadir::report
