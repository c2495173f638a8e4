#include "imaging/dicom/moment.h"

#include <algorithm>

namespace nadir::imaging
{
namespace
{
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

std::string without(std::string_view text, char unwanted)
{
  std::string kept(text);
  std::erase(kept, unwanted);
  std::erase(kept, ' ');
  return kept;
}

bool is_date(std::string_view text)
{
  if (text.size() != 8 || !all_digits(text)) return false;
  const int month = two_digits(text.substr(4)), day = two_digits(text.substr(6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// "101500.5" -> "101500.500000"; what is no time -> midnight.
std::string full_time(std::string_view text)
{
  constexpr std::string_view midnight = "000000.000000";
  const auto point = std::min(text.find('.'), text.size());
  std::string whole(text.substr(0, point)), fraction(point < text.size() ? text.substr(point + 1) : "");
  if (whole.size() > 6 || whole.size() % 2 != 0 || !all_digits(whole) || !all_digits(fraction)) return std::string(midnight);
  whole.resize(6, '0');
  fraction.resize(6, '0');
  if (two_digits(whole) > 23 || two_digits(std::string_view(whole).substr(2)) > 59 || two_digits(std::string_view(whole).substr(4)) > 60)
    return std::string(midnight);
  return whole + "." + fraction;
}
}  // namespace

std::string moment_of(std::string_view date, std::string_view time)
{
  const auto plain_date = without(date, '.');
  return is_date(plain_date) ? plain_date + full_time(without(time, ':')) : "";
}

std::string moment_of(std::string_view date_time)
{
  const auto moment = without(date_time.substr(0, date_time.find_first_of("+-&")), ':');
  if (moment.size() < 8) return "";
  return moment_of(std::string_view(moment).substr(0, 8), std::string_view(moment).substr(8));
}
}  // namespace nadir::imaging
