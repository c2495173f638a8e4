#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::reading
{
/// Limits on untrusted text. A row beyond them is refused, never cut.
struct CsvLimits
{
  std::size_t row_bytes = 1 << 20;    ///< one row with its line end; a quotation mark that is never closed ends here at the latest
  std::size_t field_bytes = 1 << 16;  ///< one field
  std::size_t columns = 1000;
};

/// One row. The fields point into the text given to the splitter, or into `unquoted` where doubled quotes were undone.
struct CsvRow
{
  std::vector<std::string_view> fields;
  std::string_view problem;  ///< empty = a good row; else why the row cannot be used, in words (`fields` holds what was read before it)
  std::uint64_t line = 0;    ///< physical line on which the row begins, 1 = the first of the text
  std::size_t bytes = 0;     ///< length with its line end
  std::list<std::string> unquoted;

  bool is_blank() const { return problem.empty() && (fields.empty() || (fields.size() == 1 && fields.front().empty())); }
};

/// Whether more text may follow what a splitter is given.
enum class CsvText
{
  MayGoOn,
  IsWhole,
};

enum class CsvStep
{
  Row,       ///< a row was read; it may have a problem
  NeedMore,  ///< the text ends inside a row: call again with the same row's beginning and more text
  End,
};

/// Splits comma-separated text (RFC 4180) into rows: quoted fields with commas, line ends and doubled quotes; line ends LF, CR LF or CR.
///
/// Quotation marks inside a field that does not begin with one are ordinary characters. A row with a broken quoted field is reported
/// as one bad row and reading goes on at the next physical line, so that one stray quotation mark does not swallow other rows.
///
///     CsvSplitter splitter;
///     CsvRow row;
///     while (splitter.next(text, CsvText::IsWhole, row) == CsvStep::Row) text.remove_prefix(row.bytes);
class CsvSplitter
{
public:
  explicit CsvSplitter(CsvLimits limits = {}, std::uint64_t first_line = 1) : limits_(limits), line_(first_line) {}

  /// Reads the row that `text` begins with. Remove `row.bytes` before the next call.
  CsvStep next(std::string_view text, CsvText kind, CsvRow& row);

  /// The same for a reader who only needs the first `columns` fields: of a row without quotation marks at most those, but at least two,
  /// are split, and no zero byte is looked for. Several times faster.
  CsvStep next_beginning(std::string_view text, CsvText kind, std::size_t columns, CsvRow& row);

  /// The same rows as `next` gives, sooner where they are as the reader expects them: `columns` fields on one line, no quotation marks.
  CsvStep next_of(std::size_t columns, std::string_view text, CsvText kind, CsvRow& row);

private:
  enum class Field
  {
    Good,
    Incomplete,
    Broken,
  };
  void start(CsvRow& row);
  CsvStep finish_plain(std::string_view text, std::string_view line, CsvRow& row);
  std::size_t commas_in(std::string_view line);
  Field plain_field(std::string_view text, std::size_t& at, CsvRow& row) const;
  Field quoted_field(std::string_view text, CsvText kind, std::size_t& at, CsvRow& row);
  CsvStep bad_row(std::string_view text, CsvText kind, std::string_view problem, CsvRow& row);
  CsvStep finish(std::string_view text, CsvText kind, std::size_t at, CsvRow& row);

  CsvLimits limits_;
  std::uint64_t line_;
  std::vector<std::size_t> commas_;    ///< room for commas_in
  std::uint64_t inner_line_ends_ = 0;  ///< line ends inside quoted fields of the row being read
  bool in_rest_of_long_line_ = false;  ///< a line longer than a row may be was cut: what follows up to the line end is no row
};
}  // namespace nadir::reading
