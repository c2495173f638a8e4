#include "reading/table/csv_splitter.h"

#include <algorithm>
#include <optional>

namespace nadir::reading
{
namespace
{
constexpr std::string_view unclosed = "a quotation mark is never closed";
constexpr std::string_view after_quote = "text follows a closing quotation mark";
constexpr std::string_view long_field = "a field is longer than 65536 bytes";
constexpr std::string_view long_row = "the row is longer than 1048576 bytes";
constexpr std::string_view many_columns = "there are more than 1000 columns";
constexpr std::string_view binary = "there is a zero byte, so this is no text";

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// First position from `at` that ends an unquoted field, or the end of the text.
std::size_t end_of_field(std::string_view text, std::size_t at)
{
  while (at < text.size() && text[at] != ',' && !ends_line(text[at])) ++at;
  return at;
}

std::string without_doubled_quotes(std::string_view text)
{
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
  {
    out += text[i];
    if (text[i] == '"') ++i;
  }
  return out;
}

/// The beginning of the text up to a line end LF or CR LF, when it is there and no quotation mark or other line end is before it.
std::optional<std::string_view> plain_line(std::string_view text)
{
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  const auto carriage_return = line.find('\r');
  const bool has_return = carriage_return != std::string_view::npos;
  if (line.find('"') != std::string_view::npos || (has_return && carriage_return + 1 != end)) return std::nullopt;
  return has_return ? line.substr(0, end - 1) : line;
}

std::uint64_t line_ends_in(std::string_view text)
{
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}
}  // namespace

void CsvSplitter::start(CsvRow& row)
{
  row.fields.clear();
  if (!row.unquoted.empty()) row.unquoted.clear();
  row.problem = {};
  row.line = line_;
  inner_line_ends_ = 0;
}

CsvStep CsvSplitter::next_beginning(std::string_view text, CsvText kind, std::size_t columns, CsvRow& row)
{
  const auto line = plain_line(text.substr(0, limits_.field_bytes));
  if (!line || in_rest_of_long_line_) return next(text, kind, row);
  start(row);
  const auto wanted = std::max(columns, std::size_t{2});
  for (std::size_t at = 0; row.fields.size() < wanted && at <= line->size(); ++at)
  {
    const auto end = std::min(line->find(',', at), line->size());
    row.fields.push_back(line->substr(at, end - at));
    at = end;
  }
  return finish_plain(text, *line, row);
}

CsvStep CsvSplitter::next_of(std::size_t columns, std::string_view text, CsvText kind, CsvRow& row)
{
  const auto line = plain_line(text.substr(0, limits_.field_bytes));
  const bool is_plain = line && !in_rest_of_long_line_ && line->find('\0') == std::string_view::npos;
  if (!is_plain || commas_in(*line) + 1 != columns || columns > limits_.columns) return next(text, kind, row);
  start(row);
  row.fields.resize(columns);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < columns; ++i)
  {
    const auto end = i + 1 < columns ? commas_[i] : line->size();
    row.fields[i] = {line->data() + begin, end - begin};
    begin = end + 1;
  }
  return finish_plain(text, *line, row);
}

/// Number of commas; leaves their places in `commas_`. The loop has no branch: where a field ends cannot be foreseen.
std::size_t CsvSplitter::commas_in(std::string_view line)
{
  if (commas_.size() < line.size()) commas_.resize(line.size());
  auto* const places = commas_.data();
  std::size_t found = 0;
  for (std::size_t at = 0; at < line.size(); ++at)
  {
    places[found] = at;
    found += line[at] == ',' ? 1U : 0U;
  }
  return found;
}

CsvStep CsvSplitter::finish_plain(std::string_view text, std::string_view line, CsvRow& row)
{
  row.bytes = line.size() + (text[line.size()] == '\r' ? 2U : 1U);
  ++line_;
  return CsvStep::Row;
}

CsvStep CsvSplitter::next(std::string_view text, CsvText kind, CsvRow& row)
{
  start(row);
  if (text.empty()) return kind == CsvText::IsWhole ? CsvStep::End : CsvStep::NeedMore;
  if (in_rest_of_long_line_) return bad_row(text, kind, long_row, row);
  for (std::size_t at = 0;;)
  {
    const bool quoted = at < text.size() && text[at] == '"';
    const auto field = quoted ? quoted_field(text, kind, at, row) : plain_field(text, at, row);
    if (field == Field::Broken) return bad_row(text, kind, row.problem, row);
    const bool at_end = field == Field::Incomplete || at >= text.size();
    if (at_end && text.size() > limits_.row_bytes) return bad_row(text, kind, quoted ? unclosed : long_row, row);
    if (at_end && kind == CsvText::MayGoOn) return CsvStep::NeedMore;
    if (at_end || ends_line(text[at])) return finish(text, kind, at, row);
    if (row.fields.size() >= limits_.columns) return bad_row(text, kind, many_columns, row);
    ++at;
  }
}

CsvSplitter::Field CsvSplitter::plain_field(std::string_view text, std::size_t& at, CsvRow& row) const
{
  const auto end = end_of_field(text, at);
  const auto field = text.substr(at, end - at);
  at = end;
  if (field.size() > limits_.field_bytes) row.problem = long_field;
  if (!row.problem.empty()) return Field::Broken;
  row.fields.push_back(field);
  return Field::Good;
}

CsvSplitter::Field CsvSplitter::quoted_field(std::string_view text, CsvText kind, std::size_t& at, CsvRow& row)
{
  const auto begin = at + 1;
  auto end = begin;
  bool has_doubled = false;
  while ((end = text.find('"', end)) != std::string_view::npos && end + 1 < text.size() && text[end + 1] == '"')
  {
    has_doubled = true;
    end += 2;
  }
  const bool open = end == std::string_view::npos;
  if (std::min(end, text.size()) - begin > limits_.field_bytes) row.problem = open ? unclosed : long_field;
  else if (open && kind == CsvText::IsWhole) row.problem = unclosed;
  else if (!open && end + 1 < text.size() && text[end + 1] != ',' && !ends_line(text[end + 1])) row.problem = after_quote;
  if (!row.problem.empty()) return Field::Broken;
  at = open ? text.size() : end + 1;
  if (open) return Field::Incomplete;
  const auto field = text.substr(begin, end - begin);
  inner_line_ends_ += line_ends_in(field);
  row.fields.push_back(has_doubled ? std::string_view(row.unquoted.emplace_back(without_doubled_quotes(field))) : field);
  return Field::Good;
}

CsvStep CsvSplitter::bad_row(std::string_view text, CsvText kind, std::string_view problem, CsvRow& row)
{
  inner_line_ends_ = 0;
  const auto end = std::min(text.find_first_of("\r\n"), text.size());
  const bool has_end = end < text.size();
  if (!has_end && kind == CsvText::MayGoOn && text.size() <= limits_.row_bytes && !in_rest_of_long_line_) return CsvStep::NeedMore;
  row.problem = problem;
  const auto step = has_end ? finish(text, kind, end, row) : CsvStep::Row;
  if (step == CsvStep::NeedMore) return step;
  in_rest_of_long_line_ = !has_end && kind == CsvText::MayGoOn;
  if (!has_end) row.bytes = text.size();
  return CsvStep::Row;
}

CsvStep CsvSplitter::finish(std::string_view text, CsvText kind, std::size_t at, CsvRow& row)
{
  const bool has_end = at < text.size();
  const bool may_be_pair = has_end && text[at] == '\r';
  if (may_be_pair && at + 1 == text.size() && kind == CsvText::MayGoOn) return CsvStep::NeedMore;
  const bool is_pair = may_be_pair && at + 1 < text.size() && text[at + 1] == '\n';
  row.bytes = at + (has_end ? 1U : 0U) + (is_pair ? 1U : 0U);
  if (row.problem.empty() && text.substr(0, at).find('\0') != std::string_view::npos) row.problem = binary;
  line_ += inner_line_ends_ + 1;
  return CsvStep::Row;
}
}  // namespace nadir::reading
