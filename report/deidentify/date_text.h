#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nadir::report
{
/// A DICOM date as people write it: 2024-01-31, 31.01.2024, 01/31/2024 ... ; empty for a text that is no such date.
std::vector<std::string> spellings_of_date(std::string_view yyyymmdd);

/// True when eight digits, or groups of four, two and two digits with - . or / between them in either order, could be a day from 1900 on.
bool has_date(std::string_view text);

/// True when a run of 24 or more digits and dots, as an identifier or a cut one is, stands in a text.
bool has_identifier_number(std::string_view text);
}  // namespace nadir::report
