#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/deidentify/deidentify_file.h"

namespace nadir::report
{
/// One file of a folder. Names of files are not repeated in the result: they may be those of patients.
struct DeidentifiedFile
{
  std::filesystem::path original;
  std::string written;  ///< "000001.dcm"; "" when it was refused
  std::string words;    ///< why, or what to look at
};

/// De-identifies all files below a folder into another, numbered in the order of their paths. A file that is refused is named and left out.
/// Failures: NotWritten, also when the folder has files in it (the old and the new would mix).
Result<std::vector<DeidentifiedFile>> deidentify_folder(const std::filesystem::path& from, const std::filesystem::path& to,
                                                        const Pseudonyms& pseudonyms, const DeidentifyOptions& options);
}  // namespace nadir::report
