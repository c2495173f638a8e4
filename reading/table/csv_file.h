#pragma once

#include <filesystem>
#include <fstream>
#include <string>

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
  const CsvRow& row() const { return row_; }
  /// Byte of the file at which `row()` begins.
  std::uint64_t offset() const { return offset_; }
  /// Whether reading ended because the disk failed.
  bool failed() const { return stream_.bad(); }

private:
  explicit CsvFile(CsvLimits limits) : splitter_(limits) {}
  bool fill();
  CsvStep step();

  std::ifstream stream_;
  CsvSplitter splitter_;
  CsvRow row_;
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0; ///< part of the buffer not yet split
  std::uint64_t offset_ = 0, next_offset_ = 0;
};

/// Reads parts of a file at any place. Each thread has its own.
class FilePieces
{
public:
  explicit FilePieces(const std::filesystem::path& path);

  /// Appends `bytes` bytes from `offset`; false when the file does not have them (it changed).
  bool append(std::uint64_t offset, std::uint64_t bytes, std::string& text);

private:
  std::ifstream stream_;
};
} // namespace nadir::reading
