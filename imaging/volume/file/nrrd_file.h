#pragma once

#include <filesystem>

#include "imaging/volume/file/file_bytes.h"
#include "imaging/volume/file/nrrd_header.h"

namespace nadir::imaging
{
/// An NRRD file whose header is understood; `voxels` gives the first voxel next.
struct NrrdFile
{
  NrrdText text;
  NrrdHeader header;
  FileBytes voxels;
};

/// Opens an NRRD file with attached data. Failures: those of FileBytes, parse_nrrd_text and understand_nrrd; Unsupported for a file
/// that is compressed as a whole.
Result<NrrdFile> open_nrrd(const std::filesystem::path& path);
}  // namespace nadir::imaging
