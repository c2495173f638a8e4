#pragma once

#include <filesystem>
#include <string_view>

#include "imaging/result/result.h"

namespace nadir::session
{
/// A folder that only this user can read, for files that must lie on disk for a moment; removed with everything in it.
class PrivateFolder
{
public:
  /// Failure: WriteFailed.
  static Result<PrivateFolder> make();
  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder();

  const std::filesystem::path& path() const { return path_; }

private:
  explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};
}  // namespace nadir::session
