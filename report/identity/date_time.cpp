#include "report/identity/date_time.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace nadir::report
{
namespace
{
bool are_digits(std::string_view text)
{
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits only; the text was checked.
int number_of(std::string_view digits)
{
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::string padded(int value, std::size_t width)
{
  auto text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

bool exists(const DateTime& moment)
{
  const std::chrono::year_month_day day{std::chrono::year(moment.year), std::chrono::month(static_cast<unsigned>(moment.month)),
                                        std::chrono::day(static_cast<unsigned>(moment.day))};
  return moment.year >= 1 && day.ok() && moment.hour < 24 && moment.minute < 60 && moment.second < 60;
}

std::optional<DateTime> checked(const DateTime& moment) { return exists(moment) ? std::optional(moment) : std::nullopt; }

/// "20240131" and "101500"; shorter times are filled up with zeros.
std::optional<DateTime> from_digits(std::string_view date, std::string time)
{
  if (date.size() != 8 || time.size() > 6 || time.size() % 2 != 0 || !are_digits(date) || !are_digits(time)) return std::nullopt;
  time.resize(6, '0');
  const std::string_view clock = time;
  return checked({number_of(date.substr(0, 4)), number_of(date.substr(4, 2)), number_of(date.substr(6, 2)), number_of(clock.substr(0, 2)),
                  number_of(clock.substr(2, 2)), std::min(number_of(clock.substr(4, 2)), 59)});
}
}  // namespace

std::optional<DateTime> parse_date_time(std::string_view iso)
{
  if (iso.size() != 10 && iso.size() != 19) return std::nullopt;
  if (iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const std::string date = std::string(iso.substr(0, 4)) + std::string(iso.substr(5, 2)) + std::string(iso.substr(8, 2));
  if (iso.size() == 10) return from_digits(date, "");
  if (iso[10] != 'T' || iso[13] != ':' || iso[16] != ':') return std::nullopt;
  return from_digits(date, std::string(iso.substr(11, 2)) + std::string(iso.substr(14, 2)) + std::string(iso.substr(17, 2)));
}

std::optional<DateTime> parse_dicom_date_time(std::string_view date, std::string_view time)
{
  return from_digits(date, std::string(time.substr(0, std::min<std::size_t>(time.find('.'), 6))));
}

std::string iso_text(const DateTime& moment)
{
  return padded(moment.year, 4) + "-" + padded(moment.month, 2) + "-" + padded(moment.day, 2) + "T" + padded(moment.hour, 2) + ":" +
         padded(moment.minute, 2) + ":" + padded(moment.second, 2);
}

std::string dicom_date(const DateTime& moment) { return padded(moment.year, 4) + padded(moment.month, 2) + padded(moment.day, 2); }

std::string dicom_time(const DateTime& moment) { return padded(moment.hour, 2) + padded(moment.minute, 2) + padded(moment.second, 2); }
}  // namespace nadir::report
