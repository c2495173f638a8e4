#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/table/readings_row.h"
#include "reading/table/subject_readings.h"

namespace nadir::reading
{
/// Problems of one subject beyond these are not listed.
inline constexpr std::size_t most_problems = 100;

/// The cells of a row that the rules do not use: column, text.
using CellsOfRow = std::function<std::vector<std::pair<std::string, std::string>>(std::size_t row)>;

/// Makes the readings of every reader of one subject from rows in any order, whatever table they come from; the rules on empty cells,
/// roles, dates and repeated rows are those of ReadingsTable. `notes`: what was found in the rows before. `kept` may be empty.
SubjectReadings readings_from_rows(std::string_view subject, std::vector<ReadingsRow>& rows, RowNotes notes, const CellsOfRow& kept);
}  // namespace nadir::reading
