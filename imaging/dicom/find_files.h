#pragma once

#include <filesystem>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// Files to look at, and entries that could not be looked at.
struct FoundFiles
{
  std::vector<std::filesystem::path> files;  ///< sorted
  std::vector<RefusedFile> refused;
};

/// All regular files below a folder, or the one file. Linked folders are followed once each (no cycles), at most 64 levels deep;
/// pipes, sockets and devices are passed over.
/// Failures: ScanError::Unreadable when there is nothing there or it cannot be listed; ScanError::TooManyFiles above a million.
Result<FoundFiles> find_files(const std::filesystem::path& folder_or_file);
}  // namespace nadir::imaging
