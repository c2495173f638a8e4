#pragma once

#include <string_view>

namespace nadir::report
{
/// Whether a text is an ISO 8601 date as SDTM and FHIR allow it: "2024-01-31", "2024-01", "2024" or "".
bool is_partial_date(std::string_view text);
}  // namespace nadir::report
