#pragma once

#include <filesystem>

#include "imaging/result/result.h"

namespace nadir::phantom
{
/// Makes a folder this program's own: new, empty, or marked by an earlier run; it is then marked.
/// Failures: PhantomError::FolderInUse when it holds anything else, which stays untouched; PhantomError::CannotWrite.
Result<Done> take_folder(const std::filesystem::path& folder);

/// Removes an earlier output below a folder that was taken.
Result<Done> clear_subfolder(const std::filesystem::path& taken, const std::string& name);
}  // namespace nadir::phantom
