#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "measure/response/readings.h"
#include "reading/table/readings_columns.h"
#include "reading/table/subject_rows.h"

namespace nadir::reading
{
/// One row of a table of readings, its cells understood. What a cell leaves open is empty.
struct ReadingsRow
{
  std::size_t row = 0;  ///< position in SubjectRows
  std::uint64_t line = 0;
  std::string_view reader;
  int timepoint = 0;
  std::string_view lesion;
  std::string_view organ;
  std::optional<measure::LesionRole> role;
  std::optional<bool> nodal;
  std::optional<measure::LesionNature> nature;
  std::optional<measure::PriorTreatment> prior_treatment;
  std::optional<measure::Markers> markers;
  measure::LesionReading reading;  ///< `examined` holds the row's date
};

/// What was found wrong or doubtful while rows were read.
struct RowNotes
{
  std::vector<RowProblem> problems;
  std::vector<RowProblem> warnings;
};

/// Reads the cells of one row into a fresh ReadingsRow; each cell that is no value of its column becomes a problem. Needs nothing of other
/// rows.
void read_row(const SubjectRows& rows, std::size_t row, const ReadingsColumns& columns, RowNotes& notes, ReadingsRow& read);

/// What can only be judged once the role of the lesion is known: whether state and lengths go together.
void check_row(const ReadingsRow& row, measure::LesionRole role, bool nodal, RowNotes& notes);
}  // namespace nadir::reading
