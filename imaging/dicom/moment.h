#pragma once

#include <string>
#include <string_view>

namespace nadir::imaging
{
/// Date (DA) and time (TM) as one sortable text "20240131101500.000000". Missing parts of the time count as zero, the old forms
/// "2024.01.31" and "10:15:00" are understood. "" when the date is missing or no date.
std::string moment_of(std::string_view date, std::string_view time);

/// The same from a DT; an offset from UTC is dropped (moments are compared within one site).
std::string moment_of(std::string_view date_time);
}  // namespace nadir::imaging
