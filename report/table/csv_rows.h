#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::report
{
using CsvRow = std::vector<std::string>;

/// Splits a whole comma-separated text (RFC 4180; line ends CR LF or LF) as `CsvText` writes it: for reading back what was written, not for
/// files of unknown origin (reading/table/csv_splitter.h). A text that breaks the format, or whose last row has no line end -> nullopt.
std::optional<std::vector<CsvRow>> csv_rows(std::string_view text);

/// The text that `CsvText::text` was given for a cell: without the apostrophe that guards against formulas.
std::string unguarded(std::string_view cell);
}  // namespace nadir::report
