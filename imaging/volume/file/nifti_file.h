#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

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

/// The bytes that tell a NIfTI header, inflated where they are gzip: nifti_header_bytes of them, or all of a shorter file of any format.
/// Failures: those of FileBytes.
Result<std::vector<std::byte>> header_bytes(const std::filesystem::path& path);

/// Opens a NIfTI-1 or NIfTI-2 file, plain or gzip. Failures: those of FileBytes and read_nifti_header.
Result<NiftiFile> open_nifti(const std::filesystem::path& path);
}  // namespace nadir::imaging
