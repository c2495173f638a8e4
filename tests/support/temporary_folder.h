#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nadir::testing
{
/// A folder of its own for one test, removed with everything in it at the end.
class TemporaryFolder
{
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file (and the folders it needs) and gives its path.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

private:
  std::filesystem::path path_;
};
}  // namespace nadir::testing
