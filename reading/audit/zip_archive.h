#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imaging/result/result.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// The files of a ZIP archive as bytes in memory, in order; deflated, all dated 1980-01-01. Failure: WriteFailed.
Result<std::string> zip_bytes(const std::vector<std::pair<std::string, std::string>>& files, std::string_view comment);

/// What a ZIP archive holds. Limits: 20,000 files, 512 MiB each, 2 GiB together. A name that is there twice, or a file that cannot be
/// unpacked or fails its checksum, stands among the problems. Failure: CannotOpen.
struct ZipContent
{
  std::map<std::string, std::string> files;
  std::string comment;
  std::vector<std::pair<std::string, std::string>> problems;  ///< name of the file -> what
};
Result<ZipContent> unzip(const std::string& bytes);
}  // namespace nadir::reading
