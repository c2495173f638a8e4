#pragma once

#include <filesystem>

#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// The formats that are written, by the ending of the file's name.
enum class FileEnding
{
  Nifti,      ///< .nii
  NiftiGzip,  ///< .nii.gz
  Nrrd,       ///< .nrrd
  SegNrrd,    ///< .seg.nrrd: a segmentation with named segments
};

/// Ending in small or capital letters. Failure: Unsupported (any other).
Result<FileEnding> file_ending(const std::filesystem::path& path);
}  // namespace nadir::imaging
