#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "imaging/result/result.h"

namespace nadir::report
{
enum class StreamedFileError
{
  NotWritable,  ///< no such folder, no permission, or the name belongs to a folder
  Failed,       ///< disk full or any other reason the system gave
};
std::string_view error_code(StreamedFileError error);

/// A file that is written piece by piece and appears whole or not at all: a new file in the same folder, renamed over the old one by
/// `keep`. Without `keep` nothing is left over. For documents too long to be held; for short ones see imaging/storage/write_file.h.
class StreamedFile
{
public:
  static Result<StreamedFile> create(const std::filesystem::path& path);
  StreamedFile(StreamedFile&& other) noexcept;
  StreamedFile& operator=(StreamedFile&&) = delete;
  ~StreamedFile();

  Result<Done> append(std::string_view bytes);
  Result<Done> keep();

private:
  StreamedFile(std::filesystem::path path, std::string temporary, int descriptor)
      : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor)
  {
  }

  /// Sends what was written to the disk while more is made, so that keep() does not have to wait for all of it.
  void start_writing_back();

  std::filesystem::path path_;
  std::string temporary_;
  int descriptor_ = -1;  ///< -1 = kept, or moved from
  std::uint64_t written_ = 0, started_ = 0;
};
}  // namespace nadir::report
