#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "reading/table/csv_file.h"
#include "reading/table/row_problem.h"

namespace nadir::reading
{
/// Rows of one subject that stand one after the other in the file.
struct RowRun
{
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t line = 0;  ///< physical line of its first row
};

/// Where the rows of one subject are.
struct IndexedSubject
{
  std::string name;
  RowRun first;
  std::vector<RowRun> more;  ///< empty when the rows of the subject stand together
};

/// Where each subject's rows are in a file of any order: the first of two passes. Memory grows with the number of subjects and of
/// separate runs of rows (24 bytes each), not with the size of the file.
class TableIndex
{
public:
  /// `needed`: columns without which the table cannot be used; the first of them names the subject. Column names are compared without
  /// letter case and outer blanks. Failure: see TableError.
  static Result<TableIndex> build(const std::filesystem::path& path, const std::vector<std::string_view>& needed);

  const std::filesystem::path& path() const { return path_; }
  const std::vector<std::string>& columns() const { return columns_; }       ///< as in the file, without outer blanks
  const std::vector<IndexedSubject>& subjects() const { return subjects_; }  ///< in the order of their first rows
  const std::vector<RowProblem>& problems() const { return problems_; }      ///< rows that belong to no subject

  /// Position of a column; none when it is not there.
  std::optional<std::size_t> column(std::string_view name) const;

private:
  TableIndex() = default;
  Result<Done> read_header(CsvFile& file, const std::vector<std::string_view>& needed);
  void add_rows(CsvFile& file);
  void add_problem(const CsvRow& row, std::string message);

  std::filesystem::path path_;
  std::vector<std::string> columns_;
  std::size_t subject_column_ = 0;
  std::vector<IndexedSubject> subjects_;
  std::vector<RowProblem> problems_;
};

namespace detail
{
std::string_view without_outer_blanks(std::string_view text);
}

/// Text without blanks and tabs at its ends. Most cells have none.
inline std::string_view trimmed(std::string_view text)
{
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  if (text.empty() || (!is_blank(text.front()) && !is_blank(text.back()))) return text;
  return detail::without_outer_blanks(text);
}
}  // namespace nadir::reading
