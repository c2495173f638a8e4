#include "reading/table/table_index.h"

#include <algorithm>
#include <unordered_map>

#include "imaging/units/utf8_text.h"

namespace nadir::reading
{
namespace
{
std::string lower_case(std::string_view text)
{
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

struct TextHash
{
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

Failure invalid(const std::filesystem::path& path, TableError error, const std::string& message)
{
  return Failure(error, path.string() + ":1: " + message);
}

/// What separates the columns when it is not a comma.
std::optional<std::string> other_separator(const std::vector<std::string_view>& fields)
{
  if (fields.size() != 1) return std::nullopt;
  if (fields.front().find(';') != std::string_view::npos) return "semicolons";
  if (fields.front().find('\t') != std::string_view::npos) return "tabs";
  return std::nullopt;
}

std::string missing_column(std::string_view name, const std::vector<std::string>& columns)
{
  const auto near = nearest_word(name, columns);
  return "the column " + std::string(name) + " is missing" + (near.empty() ? "" : " (is it \"" + near + "\"?)") +
         " (rows cannot be understood without it). Name it in the first line.";
}
}  // namespace

std::string_view detail::without_outer_blanks(std::string_view text)
{
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<std::size_t> TableIndex::column(std::string_view name) const
{
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const auto& known) { return lower_case(known) == name; });
  return found == columns_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns_.begin()));
}

Result<TableIndex> TableIndex::build(const std::filesystem::path& path, const std::vector<std::string_view>& needed)
{
  auto file = CsvFile::open(path);
  if (!file) return file.failure();
  TableIndex index;
  index.path_ = path;
  if (const auto header = index.read_header(*file, needed); !header) return header.failure();
  index.add_rows(*file);
  if (file->failed()) return Failure(TableError::NotReadable, path.string() + " could not be read to its end. Check the disk.");
  return index;
}

Result<Done> TableIndex::read_header(CsvFile& file, const std::vector<std::string_view>& needed)
{
  if (!file.next()) return Failure(TableError::NotATable, path_.string() + " is empty. Give a CSV file with a header line.");
  const auto& row = file.row();
  if (!row.problem.empty())
    return invalid(path_, TableError::NotATable, "the header cannot be read: " + std::string(row.problem) + ". Save the table as CSV.");
  if (const auto separator = other_separator(row.fields))
    return invalid(path_, TableError::NotATable,
                   "the columns are separated by " + *separator +
                       " (numbers could be misread). Save the "
                       "table with commas between columns and points in numbers.");
  for (const auto field : row.fields) columns_.emplace_back(trimmed(field));
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!columns_[i].empty() && column(lower_case(columns_[i])) != i)
      return invalid(path_, TableError::HeaderInvalid, "the column " + columns_[i] + " is there twice (one would be ignored). Keep one.");
  for (const auto name : needed)
    if (!column(name)) return invalid(path_, TableError::HeaderInvalid, missing_column(name, columns_));
  subject_column_ = *column(needed.front());
  return Done{};
}

void TableIndex::add_problem(const CsvRow& row, std::string message)
{
  if (!problems_.empty() && problems_.back().line == row.line) return;
  problems_.push_back({row.line, "", std::move(message)});
}

void TableIndex::add_rows(CsvFile& file)
{
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> positions;
  IndexedSubject* last = nullptr;
  RowRun* open_run = nullptr;
  while (file.next_beginning(subject_column_ + 1))
  {
    const auto& row = file.row();
    const auto name = subject_column_ < row.fields.size() ? trimmed(row.fields[subject_column_]) : std::string_view{};
    if (name.empty())
    {
      open_run = nullptr;
      add_problem(row, (row.problem.empty() ? std::string("the subject is empty") : std::string(row.problem)) +
                           " (the row belongs to nobody and was not used). Correct the row.");
      continue;
    }
    if (!is_utf8(name))
    {
      open_run = nullptr;
      add_problem(row,
                  "the subject is no UTF-8 text (names could be taken for others; the row was not used). " + std::string(save_as_utf8));
      continue;
    }
    if (last && open_run && last->name == name && open_run->offset + open_run->bytes == file.offset())
    {
      open_run->bytes += row.bytes;
      continue;
    }
    const auto known = positions.find(name);
    const RowRun run{file.offset(), row.bytes, row.line};
    if (known == positions.end())
    {
      positions.emplace(name, subjects_.size());
      last = &subjects_.emplace_back(IndexedSubject{std::string(name), run, {}});
      open_run = &last->first;
      continue;
    }
    last = &subjects_[known->second];
    open_run = &last->more.emplace_back(run);
  }
}
}  // namespace nadir::reading
