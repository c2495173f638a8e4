#include "report/table/csv_text.h"

#include <algorithm>

#include "imaging/units/number_text.h"

namespace nadir::report
{
namespace
{
bool needs_quotes(std::string_view text)
{
  return std::any_of(text.begin(), text.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}
}  // namespace

bool could_be_a_formula(std::string_view text)
{
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
  return !parse_number(text);
}

CsvText& CsvText::cell(std::string_view text)
{
  if (!first_in_row_) out_ += ',';
  first_in_row_ = false;
  out_ += text;
  return *this;
}

CsvText& CsvText::text(std::string_view value)
{
  const bool quoted = needs_quotes(value), guarded = could_be_a_formula(value);
  if (!quoted && !guarded) return cell(value);
  std::string made = quoted ? "\"" : "";
  if (guarded) made += '\'';
  for (const char c : value)
  {
    made += c;
    if (c == '"') made += c;
  }
  return cell(quoted ? made + "\"" : made);
}

CsvText& CsvText::number(double value) { return cell(format_number(value)); }
CsvText& CsvText::integer(int value) { return cell(std::to_string(value)); }
CsvText& CsvText::number(const std::optional<double>& value) { return value ? number(*value) : empty(); }

void CsvText::end_row()
{
  out_ += line_end_;
  first_in_row_ = true;
}
}  // namespace nadir::report
