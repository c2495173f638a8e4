#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "reading/table/readings_row.h"
#include "reading/table/subject_rows.h"
#include "reading/table/table_index.h"

namespace nadir::reading::sdtm
{
/// The variables of the two tables that are read, without the two letters of the domain.
enum class Variable
{
  LinkId,
  TestCode,
  OriginalResult,
  OriginalUnit,
  StandardText,
  StandardNumber,
  StandardUnit,
  Status,
  ReasonNotDone,
  Location,
  Method,
  Evaluator,
  EvaluatorId,
  AcceptedFlag,
  Date,
  VisitNumber,
};
inline constexpr std::size_t variable_count = 16;

/// Where the variables of one table are, and what they are called there ("TRLNKID", "VISITNUM").
class Columns
{
public:
  /// `domain`: "TU" or "TR".
  Columns(const TableIndex& index, std::string_view domain);

  const std::optional<std::size_t>& position(Variable variable) const { return positions_[static_cast<std::size_t>(variable)]; }
  const std::string& name(Variable variable) const { return names_[static_cast<std::size_t>(variable)]; }
  const std::string& file() const { return file_; }

private:
  std::string file_;
  std::array<std::string, variable_count> names_;
  std::array<std::optional<std::size_t>, variable_count> positions_;
};

/// One row of one of the tables.
class Cells
{
public:
  Cells(const SubjectRows& rows, std::size_t row, const Columns& columns) : rows_(rows), row_(row), columns_(columns) {}

  std::uint64_t line() const { return rows_.line(row_); }
  std::string_view text(Variable variable) const;
  /// TREVALID, else TREVAL: who read.
  std::string_view reader() const;
  /// The result in standard form, else as collected.
  std::string_view result() const;
  RowProblem problem(Variable variable, std::string message) const;

private:
  const SubjectRows& rows_;
  std::size_t row_;
  const Columns& columns_;
};

/// The beginning of a cell in quotation marks, for messages.
std::string shown(std::string_view cell);

/// Whether both are one word but for letter case, '-', '_' and ' '.
bool is_word(std::string_view cell, std::string_view word);
/// Whether the cell contains the word, any letter case.
bool has_word(std::string_view cell, std::string_view word);
}  // namespace nadir::reading::sdtm
