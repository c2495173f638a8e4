#pragma once

#include <list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/table/table_index.h"

namespace nadir::reading
{
/// All rows of one subject as cells: the second of two passes. Cells point into this object or into
/// the file pieces it was read from, until the next subject is read.
class SubjectRows
{
public:
  explicit SubjectRows(const TableIndex& index) : index_(index) {}

  /// Reads the rows of the subject. Failure{Changed} when the file is no longer what was indexed.
  /// Rows that cannot be split, or with another number of columns than the header, become problems.
  Result<Done> read(const IndexedSubject& subject, FilePieces& file);

  std::size_t size() const { return lines_.size(); }
  std::uint64_t line(std::size_t row) const { return lines_[row]; }
  std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * width() + column]; }
  std::span<const std::string_view> cells(std::size_t row) const { return std::span(cells_).subspan(row * width(), width()); }
  const std::vector<RowProblem>& problems() const { return problems_; }

private:
  std::size_t width() const { return index_.columns().size(); }
  bool gather(const IndexedSubject& subject, FilePieces& file);
  void add_run(const RowRun& run, std::string_view text);
  void add_row(CsvRow& row);

  const TableIndex& index_;
  std::string text_;
  CsvRow row_;
  std::vector<std::string_view> cells_;  ///< row after row
  std::vector<std::uint64_t> lines_;
  std::list<std::string> unquoted_;
  std::vector<RowProblem> problems_;
};
}  // namespace nadir::reading
