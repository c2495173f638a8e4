#pragma once

#include <filesystem>

#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Writes the physical values of a volume as floats, whole or not at all; the ending of the name decides: .nii, .nii.gz, .nrrd.
/// Frame: LPS becomes the file's own (RAS in NIfTI), mm; reading it back gives the same grid within float precision.
/// Failures: ImageFileError::Unsupported (another ending, .seg.nrrd), TooLarge, WriteError.
Result<Done> write_volume(const std::filesystem::path& path, const Volume& volume);
}  // namespace nadir::imaging
