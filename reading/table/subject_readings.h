#pragma once

#include <string>
#include <utility>
#include <vector>

#include "measure/response/readings.h"
#include "reading/table/row_problem.h"

namespace nadir::reading
{
/// Cells of a reading that the rules do not use, with the place they belong to.
struct KeptCells
{
  std::size_t lesion = 0;  ///< positions in PatientReadings::lesions() and timepoints()
  std::size_t timepoint = 0;
  std::vector<std::pair<std::string, std::string>> cells;  ///< column, text; empty cells left out
};

/// What one reader said about one subject.
struct ReaderReadings
{
  std::string reader;
  measure::PatientReadings readings;
  std::vector<KeptCells> kept;
};

/// One subject of a table. A subject with a problem has no readers: half of the rows could mean another response.
struct SubjectReadings
{
  std::string subject;
  std::vector<ReaderReadings> readers;  ///< by name
  std::vector<RowProblem> problems;
  std::vector<RowProblem> warnings;  ///< accepted, but a person has to look again
};
}  // namespace nadir::reading
