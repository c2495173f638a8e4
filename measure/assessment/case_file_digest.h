#pragma once

#include <filesystem>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// What identifies the case that an assessment was made from, to stand first among its inputs: role "case" and the SHA-256 of the file.
/// The file's own name is left out, because people name it after the patient. Failure CaseUnreadable.
Result<InputDigest> case_file_digest(const std::filesystem::path& path);
}  // namespace nadir::measure
