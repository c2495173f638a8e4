#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nadir::report
{
/// A DICOM date "YYYYMMDD", or a date and time that begins with one, some days earlier; the time stays, the offset of a time
/// zone goes (table E.1-1: Timezone Offset From UTC tells the place). Nothing when it begins
/// with no date of the calendar.
std::optional<std::string> days_earlier(std::string_view date, int days);
}  // namespace nadir::report
