#include "reading/table/subject_rows.h"

#include <iterator>

namespace nadir::reading
{
Result<Done> SubjectRows::read(const IndexedSubject& subject, FilePieces& file)
{
  text_.clear();
  cells_.clear();
  lines_.clear();
  unquoted_.clear();
  problems_.clear();
  bool whole = file.append(subject.first.offset, subject.first.bytes, text_);
  for (const auto& run : subject.more) whole = whole && file.append(run.offset, run.bytes, text_);
  if (!whole)
    return Failure(TableError::Changed, index_.path().string() + " changed while it was read (results would mix two files). Run again.");
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

void SubjectRows::add_run(const RowRun& run, std::string_view text)
{
  CsvSplitter splitter({}, run.line);
  while (splitter.next(text, CsvText::IsWhole, row_) == CsvStep::Row)
  {
    text.remove_prefix(row_.bytes);
    add_row(row_);
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
} // namespace nadir::reading
