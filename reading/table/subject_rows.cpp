#include "reading/table/subject_rows.h"

#include <algorithm>
#include <iterator>

#include "imaging/units/utf8_text.h"

namespace nadir::reading
{
Result<Done> SubjectRows::read(const IndexedSubject& subject, FilePieces& file)
{
  text_.clear();
  cells_.clear();
  lines_.clear();
  unquoted_.clear();
  problems_.clear();
  const auto changed = [&]
  { return Failure(TableError::Changed, index_.path().string() + " changed while it was read (results would mix two files). Run again."); };
  if (subject.more.empty())
  {
    const auto text = file.piece(subject.first.offset, subject.first.bytes);
    if (!text) return changed();
    add_run(subject.first, *text);
    return Done{};
  }
  if (!gather(subject, file)) return changed();
  std::size_t at = 0;
  const auto take = [&](const RowRun& run)
  {
    add_run(run, std::string_view(text_).substr(at, run.bytes));
    at += run.bytes;
  };
  take(subject.first);
  for (const auto& run : subject.more) take(run);
  return Done{};
}

bool SubjectRows::gather(const IndexedSubject& subject, FilePieces& file)
{
  const auto append = [&](const RowRun& run)
  {
    const auto text = file.piece(run.offset, run.bytes);
    if (text) text_ += *text;
    return text.has_value();
  };
  return append(subject.first) && std::all_of(subject.more.begin(), subject.more.end(), append);
}

void SubjectRows::add_run(const RowRun& run, std::string_view text)
{
  CsvSplitter splitter({}, run.line);
  while (splitter.next_of(width(), text, CsvText::IsWhole, row_) == CsvStep::Row)
  {
    if (is_utf8(text.substr(0, row_.bytes))) add_row(row_);
    else problems_.push_back({row_.line, "", "the row is no UTF-8 text (names could be taken for others). " + std::string(save_as_utf8)});
    text.remove_prefix(row_.bytes);
  }
}

void SubjectRows::add_row(CsvRow& row)
{
  if (!row.problem.empty())
    problems_.push_back({row.line, "", std::string(row.problem) + " (the row cannot be split into columns). Correct the row."});
  else if (row.fields.size() != width())
    problems_.push_back(
        {row.line, "",
         "the row has " + std::to_string(row.fields.size()) + " columns and the header " + std::to_string(width()) +
             " (values could be taken for others). Put quotation marks around text with commas, write decimals with a point."});
  else
  {
    cells_.insert(cells_.end(), row.fields.begin(), row.fields.end());
    lines_.push_back(row.line);
    unquoted_.splice(unquoted_.end(), row.unquoted);
  }
}
}  // namespace nadir::reading
