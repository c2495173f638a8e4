#include "session/private_folder.h"

#include <cstdlib>
#include <string>
#include <utility>

#include "reading/record/record_error.h"

namespace nadir::session
{
Result<PrivateFolder> PrivateFolder::make()
{
  std::error_code problem;
  auto pattern = (std::filesystem::temp_directory_path(problem) / "nadir-XXXXXX").string();
  if (!problem && ::mkdtemp(pattern.data())) return PrivateFolder(pattern);
  return Failure{reading::RecordError::WriteFailed,
                 "no temporary folder could be made (masks are put there to be measured). Check TMPDIR."};
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PrivateFolder::~PrivateFolder()
{
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}
}  // namespace nadir::session
