#pragma once

#include <filesystem>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
enum class MaskFormat
{
  Nifti,
  Nrrd,
  Dicom,
};

/// Tells the format of a file from its content, never from its name. Failures: Unreadable, UnknownFormat.
Result<MaskFormat> mask_format(const std::filesystem::path& path);
}  // namespace nadir::segmentation
