#pragma once

#include <filesystem>

#include "imaging/result/result.h"

namespace nadir::report
{
/// A new folder that is filled aside and then takes the place of another one at once; it removes itself unless it was put in place.
class StagedFolder
{
public:
  /// Failures: imaging::WriteError.
  static Result<StagedFolder> beside(const std::filesystem::path& target);
  ~StagedFolder();
  StagedFolder(StagedFolder&& other) noexcept;
  StagedFolder& operator=(StagedFolder&&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// The folder stands under its target's name from now on; what stood there is gone. Failures: imaging::WriteError, nothing changed.
  Result<Done> put_in_place();

private:
  StagedFolder(std::filesystem::path path, std::filesystem::path target) : path_(std::move(path)), target_(std::move(target)) {}

  std::filesystem::path path_;  ///< empty once in place
  std::filesystem::path target_;
};
}  // namespace nadir::report
