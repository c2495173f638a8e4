#include "reading/table/readings_table.h"

#include "reading/table/reader_rows.h"

namespace nadir::reading
{
namespace
{
std::vector<std::pair<std::string, std::string>> cells_of(const SubjectRows& rows, std::size_t row, const ReadingsColumns& columns)
{
  std::vector<std::pair<std::string, std::string>> cells;
  for (const auto& [name, position] : columns.unknown())
    if (const auto text = rows.cell(row, position); !text.empty()) cells.emplace_back(name, std::string(text));
  return cells;
}
}  // namespace

const std::vector<std::string_view>& ReadingsTable::needed_columns()
{
  static const std::vector<std::string_view> names = {"subject", "timepoint", "lesion", "role", "state"};
  return names;
}

SubjectReadings ReadingsTable::readings_of(std::string_view subject, const SubjectRows& rows) const
{
  RowNotes notes{rows.problems(), {}};
  std::vector<ReadingsRow> read;
  read.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size() && notes.problems.size() < most_problems; ++i)
    read_row(rows, i, columns_, notes, read.emplace_back());
  CellsOfRow kept;
  if (keep_ == KeepCells::Yes && !columns_.unknown().empty()) kept = [&](std::size_t row) { return cells_of(rows, row, columns_); };
  return readings_from_rows(subject, read, std::move(notes), kept);
}
}  // namespace nadir::reading
