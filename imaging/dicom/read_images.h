#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "imaging/dicom/image_frame.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// All images of one gated file, frame by frame. The defects of a frame that cannot be placed travel with it.
///
/// Failures: ScanError::NoPixelData; ScanError::NoIdentity when the Study, Series or SOP Instance UID is missing.
Result<std::vector<ImageFrame>> read_images(const std::filesystem::path& path, std::shared_ptr<const DicomFile> file);
}  // namespace nadir::imaging
