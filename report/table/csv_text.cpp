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

bool begins_formula(char c) { return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r'; }
}  // namespace

bool could_be_a_formula(std::string_view text)
{
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  if (text.empty() || !begins_formula(text.front())) return false;
  return !parse_number(text);
}

void CsvText::begin_cell()
{
  if (!first_in_row_) out_ += ',';
  first_in_row_ = false;
}

CsvText& CsvText::cell(std::string_view text)
{
  begin_cell();
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

CsvText& CsvText::number(double value)
{
  begin_cell();
  append_number(out_, value);
  return *this;
}

CsvText& CsvText::integer(int value) { return cell(std::to_string(value)); }
CsvText& CsvText::number(const std::optional<double>& value) { return value ? number(*value) : empty(); }

void CsvText::end_row()
{
  out_ += line_end_;
  first_in_row_ = true;
}
}  // namespace nadir::report
