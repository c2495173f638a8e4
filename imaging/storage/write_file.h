#pragma once

#include <filesystem>
#include <string_view>

#include "imaging/result/result.h"

namespace nadir::imaging
{
enum class WriteError
{
  FolderMissing,  ///< the folder does not exist or is none
  NotWritable,    ///< no permission, a read-only file system, or the name belongs to a folder
  DiskFull,       ///< no space, or the quota or the largest file size is reached
  Failed,         ///< any other reason the system gave
};
std::string_view error_code(WriteError error);

/// Writes a file whole or not at all: to a new file in the same folder, to the disk, then renamed over the old one. Whatever
/// happens before the end, a file that was there stays as it was and nothing is left over. A link is replaced, not followed.
Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes);
}  // namespace nadir::imaging
