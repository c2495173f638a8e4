#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace nadir::report
{
/// A moment as the files give it, to the second, without a time zone (DICOM images seldom name theirs).
struct DateTime
{
  int year = 1;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;

  auto operator<=>(const DateTime&) const = default;
};

/// Reads "2024-01-31" (midnight) or "2024-01-31T10:15:00"; a calendar day that does not exist, an offset or anything else -> nullopt.
std::optional<DateTime> parse_date_time(std::string_view iso);

/// Reads DICOM DA "20240131" with TM "101500.25" (fractions are dropped; "" = midnight).
std::optional<DateTime> parse_dicom_date_time(std::string_view date, std::string_view time);

std::string iso_text(const DateTime& moment);    ///< "2024-01-31T10:15:00"
std::string dicom_date(const DateTime& moment);  ///< DA "20240131"
std::string dicom_time(const DateTime& moment);  ///< TM "101500"
}  // namespace nadir::report
