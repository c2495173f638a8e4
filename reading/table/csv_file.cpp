#include "reading/table/csv_file.h"

#include <algorithm>

namespace nadir::reading
{
namespace
{
constexpr std::size_t block = 1 << 20;

Failure not_readable(const std::filesystem::path& path)
{
  return Failure(TableError::NotReadable, path.string() + " cannot be read (there is no such file, it may not be opened, or it is not a "
                                                          "regular file; it is read twice). Give the path of a CSV file.");
}

bool is_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }
}  // namespace

Result<CsvFile> CsvFile::open(const std::filesystem::path& path, CsvLimits limits)
{
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return not_readable(path);
  CsvFile file(limits);
  file.stream_.rdbuf()->pubsetbuf(nullptr, 0);
  file.stream_.open(path, std::ios::binary);
  if (!file.stream_ || (!file.fill() && file.failed())) return not_readable(path);
  const auto text = std::string_view(file.buffer_).substr(0, file.end_);
  if (is_utf16(text))
    return Failure(TableError::NotATable, path.string() + " is written in UTF-16 (its columns cannot be read). Save it as \"CSV UTF-8\".");
  if (text.starts_with("\xEF\xBB\xBF")) file.begin_ = 3;
  file.next_offset_ = file.begin_;
  return file;
}

bool CsvFile::fill()
{
  const auto kept = end_ - begin_;
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_), buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  buffer_.resize(std::max(buffer_.size(), kept + block));
  stream_.read(buffer_.data() + kept, static_cast<std::streamsize>(buffer_.size() - kept));
  begin_ = 0;
  end_ = kept + static_cast<std::size_t>(stream_.gcount());
  return stream_.gcount() > 0;
}

CsvStep CsvFile::step(std::optional<std::size_t> columns)
{
  const auto kind = stream_ ? CsvText::MayGoOn : CsvText::IsWhole;
  const auto text = std::string_view(buffer_).substr(begin_, end_ - begin_);
  return columns ? splitter_.next_beginning(text, kind, *columns, row_) : splitter_.next(text, kind, row_);
}

bool CsvFile::next() { return read_on(std::nullopt); }
bool CsvFile::next_beginning(std::size_t columns) { return read_on(columns); }

bool CsvFile::read_on(std::optional<std::size_t> columns)
{
  for (;;)
  {
    const auto got = step(columns);
    if (got == CsvStep::End) return false;
    if (got == CsvStep::NeedMore)
    {
      fill();
      continue;
    }
    offset_ = next_offset_;
    next_offset_ += row_.bytes;
    begin_ += row_.bytes;
    if (!row_.is_blank()) return true;
  }
}

FilePieces::FilePieces(const std::filesystem::path& path)
{
  stream_.rdbuf()->pubsetbuf(nullptr, 0);
  stream_.open(path, std::ios::binary);
}

std::optional<std::string_view> FilePieces::piece(std::uint64_t offset, std::uint64_t bytes)
{
  const auto is_in_window = [&] { return offset >= window_offset_ && offset + bytes <= window_offset_ + window_bytes_; };
  if (!is_in_window()) fill(offset, bytes);
  expected_ = offset + bytes;
  if (!is_in_window()) return std::nullopt;
  return std::string_view(window_).substr(static_cast<std::size_t>(offset - window_offset_), static_cast<std::size_t>(bytes));
}

void FilePieces::fill(std::uint64_t offset, std::uint64_t bytes)
{
  const bool follows = offset == expected_;
  const auto wanted = static_cast<std::size_t>(follows ? std::max<std::uint64_t>(bytes, block / 4) : bytes);
  if (window_.size() < wanted) window_.resize(wanted);
  stream_.clear();
  stream_.seekg(static_cast<std::streamoff>(offset));
  stream_.read(window_.data(), static_cast<std::streamsize>(wanted));
  window_offset_ = offset;
  window_bytes_ = static_cast<std::size_t>(stream_.gcount());
}
}  // namespace nadir::reading
