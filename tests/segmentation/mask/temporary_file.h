#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

namespace nadir::testing
{
/// A file with these bytes that is gone at the end of the scope.
class TemporaryFile
{
public:
  explicit TemporaryFile(const std::string& bytes)
  {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() / ("nadir_mask_" + std::to_string(getpid()) + "_" + std::to_string(count++));
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  ~TemporaryFile()
  {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};
}  // namespace nadir::testing
