#pragma once

#include <filesystem>

#include "imaging/volume/file/file_bytes.h"
#include "imaging/volume/file/nifti_header.h"

namespace nadir::imaging
{
/// A NIfTI file whose header is understood; `voxels` gives the first voxel next.
struct NiftiFile
{
  NiftiHeader header;
  FileBytes voxels;
};

/// Opens a NIfTI-1 or NIfTI-2 file, plain or gzip. Failures: those of FileBytes and read_nifti_header.
Result<NiftiFile> open_nifti(const std::filesystem::path& path);
} // namespace nadir::imaging
