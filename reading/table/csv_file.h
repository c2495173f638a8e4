#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "reading/table/csv_splitter.h"
#include "reading/table/table_error.h"

namespace nadir::reading
{
/// Rows of a comma-separated file of any length, read in blocks of 1 MiB. A UTF-8 byte order mark is skipped; UTF-16 is refused.
///
///     auto file = CsvFile::open("readings.csv");
///     while (file && file->next()) use(file->row());
class CsvFile
{
public:
  /// Failure{NotReadable} or Failure{NotATable}.
  static Result<CsvFile> open(const std::filesystem::path& path, CsvLimits limits = {});

  /// Reads the next row that is not blank; false at the end. `row()` is valid until the next call.
  bool next();
  /// The same, but of most rows only the first `columns` fields are split (CsvSplitter::next_beginning).
  bool next_beginning(std::size_t columns);
  const CsvRow& row() const { return row_; }
  /// Byte of the file at which `row()` begins.
  std::uint64_t offset() const { return offset_; }
  /// Whether reading ended because the disk failed.
  bool failed() const { return stream_.bad(); }

private:
  explicit CsvFile(CsvLimits limits) : splitter_(limits) {}
  bool fill();
  CsvStep step(std::optional<std::size_t> columns);
  bool read_on(std::optional<std::size_t> columns);

  std::ifstream stream_;
  CsvSplitter splitter_;
  CsvRow row_;
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< part of the buffer not yet split
  std::uint64_t offset_ = 0, next_offset_ = 0;
};

/// Reads parts of a file at any place; parts that follow each other are read 256 KiB at a time. Each thread has its own.
class FilePieces
{
public:
  explicit FilePieces(const std::filesystem::path& path);

  /// `bytes` bytes from `offset`, valid until the next call; none when the file does not have them (it changed).
  std::optional<std::string_view> piece(std::uint64_t offset, std::uint64_t bytes);

private:
  void fill(std::uint64_t offset, std::uint64_t bytes);

  std::ifstream stream_;
  std::string window_;
  std::uint64_t window_offset_ = 0;
  std::size_t window_bytes_ = 0;  ///< of the window that were read
  std::uint64_t expected_ = 0;    ///< where a part begins that follows the last one
};
}  // namespace nadir::reading
