#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nadir::report
{
/// Whether a spreadsheet might take the text for a formula, or for text that was guarded against that.
bool could_be_a_formula(std::string_view text);

/// How rows end. RFC 4180 says CR LF; files that only this project's own tools read end with LF.
enum class CsvLineEnd
{
  LineFeed,
  CarriageReturnLineFeed,
};

/// Writes comma-separated text (RFC 4180), row by row.
///
/// Text that begins with '=', '+', '-', '@', a tab or a carriage return gets an apostrophe in front, so that no spreadsheet runs it as a
/// formula; text that is a number stays as it is. Text that looks as if it were guarded already gets another apostrophe, so that
/// `unguarded` (csv_rows.h) always finds what was written.
class CsvText
{
public:
  CsvText() = default;
  explicit CsvText(CsvLineEnd line_end) : line_end_(line_end == CsvLineEnd::LineFeed ? "\n" : "\r\n") {}
  CsvText& text(std::string_view cell);
  CsvText& number(double value);  ///< shortest decimal that reads back the same
  CsvText& integer(int value);
  CsvText& number(const std::optional<double>& value);  ///< empty when there is none
  CsvText& empty() { return cell({}); }
  void end_row();

  const std::string& str() const { return out_; }
  std::string take() && { return std::move(out_); }

private:
  void begin_cell();
  CsvText& cell(std::string_view text);

  std::string out_;
  std::string_view line_end_ = "\n";
  bool first_in_row_ = true;
};
}  // namespace nadir::report
