#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/table/tidy_rows.h"

namespace nadir::report
{
/// The tidy tables as CSV: UTF-8 without byte order mark, RFC 4180, names of the columns (with units) in the first row, points as decimal
/// signs, no formula (csv_text.h). Numbers are the shortest that read back the same; what does not exist is empty, never 0.
std::string to_csv(const std::vector<MeasurementRow>& rows);
std::string to_csv(const std::vector<ResponseRow>& rows);

/// Reads back what `to_csv` wrote; a text that is not exactly that -> nullopt.
std::optional<std::vector<MeasurementRow>> measurements_from_csv(std::string_view text);
std::optional<std::vector<ResponseRow>> responses_from_csv(std::string_view text);
}  // namespace nadir::report
