#include "report/export/staged_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include "imaging/storage/write_file.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

Failure failed(const fs::path& target, const std::string& why)
{
  return {imaging::WriteError::Failed, "the folder " + target.string() + " was not written: " + why +
                                           " (what stood there before is unchanged). Choose a folder you may write to."};
}
}  // namespace

Result<StagedFolder> StagedFolder::beside(const fs::path& target)
{
  std::error_code problem;
  fs::create_directories(target.parent_path(), problem);
  const auto name = "." + target.filename().string() + ".new-" + std::to_string(::getpid()) + "-";
  for (int attempt = 0; attempt < 100; ++attempt)
  {
    const auto path = target.parent_path() / (name + std::to_string(attempt));
    if (fs::create_directory(path, problem)) return StagedFolder(path, target);
    if (problem) break;
  }
  return failed(target, problem ? problem.message() : "too many unfinished exports lie beside it");
}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept : path_(std::exchange(other.path_, fs::path())), target_(std::move(other.target_))
{
}

StagedFolder::~StagedFolder()
{
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

Result<Done> StagedFolder::put_in_place()
{
  std::error_code problem;
  const bool replaces = fs::exists(fs::symlink_status(target_, problem));
  // Exchanging the two names leaves no moment without the folder; file systems that cannot do it answer EINVAL.
  const int done = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), replaces ? RENAME_EXCHANGE : 0);
  if (done != 0) return failed(target_, std::generic_category().message(errno));
  if (!replaces) path_.clear();
  return Done{};
}
}  // namespace nadir::report
