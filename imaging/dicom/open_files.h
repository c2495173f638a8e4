#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "imaging/dicom/image_frame.h"
#include "imaging/dicom/scan.h"

namespace nadir::imaging
{
/// What became of one file: exactly one of the first three members is set, or none for a file that is no DICOM.
struct OpenedFile
{
  std::vector<ImageFrame> frames;
  std::optional<OtherObject> other;
  std::optional<Failure> refused;
};

/// Passes every file through the gate, on several threads; deflated ones are inflated by the loader worker first.
/// One entry a file, in the order of `paths`. Failure: ScanError::Cancelled.
Result<std::vector<OpenedFile>> open_files(const std::vector<std::filesystem::path>& paths, const ScanConfig& config);
}  // namespace nadir::imaging
