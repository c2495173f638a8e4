#pragma once

#include <filesystem>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
struct ScanConfig
{
  GateLimits limits{};
  int threads = 0;  ///< 0 = as many as the machine has processors
  Progress progress{};
};

/// Finds every study, series and stack below a folder (or behind one DICOMDIR, or in one file), whatever the names, order or
/// nesting. Files pass the gate; one bad file costs that file. Pixels are not read.
///
/// The whole call fails only when the folder cannot be read at all or the work is cancelled.
Result<Scan> scan(const std::filesystem::path& folder_or_file, const ScanConfig& config = {});
}  // namespace nadir::imaging
