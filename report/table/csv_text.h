#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nadir::report
{
/// Writes comma-separated text (RFC 4180, line ends LF), row by row.
///
/// Text that begins with '=', '+', '-', '@', a tab or a carriage return gets an apostrophe in front, so that no spreadsheet runs it as a
/// formula; text that is a number stays as it is.
class CsvText
{
public:
  CsvText& text(std::string_view cell);
  CsvText& number(double value); ///< shortest decimal that reads back the same
  CsvText& integer(int value);
  CsvText& number(const std::optional<double>& value); ///< empty when there is none
  CsvText& empty() { return cell({}); }
  void end_row();

  const std::string& str() const { return out_; }
  std::string take() && { return std::move(out_); }

private:
  CsvText& cell(std::string_view text);

  std::string out_;
  bool first_in_row_ = true;
};
} // namespace nadir::report
