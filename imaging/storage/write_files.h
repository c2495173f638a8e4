#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/storage/write_file.h"

namespace nadir::imaging
{
/// One of several files that belong together.
struct NamedBytes
{
  std::string name;
  std::string_view bytes;
};

/// Writes several files of one folder, all or none: each to a new file on the disk, and only when all of them are there renamed over the
/// old ones. A full disk therefore leaves what stood there before, whole, and never a new page beside an old one. Failures: WriteError.
Result<Done> write_files(const std::filesystem::path& folder, const std::vector<NamedBytes>& files);
}  // namespace nadir::imaging
