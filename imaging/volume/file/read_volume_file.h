#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// An image as another program saved it.
struct VolumeFile
{
  std::shared_ptr<const Volume> volume;
  std::string format;                 ///< "NIfTI" or "NRRD"
  std::vector<std::string> warnings;  ///< e.g. that the orientation is unknown
};

/// True when the file begins like NIfTI or NRRD; false also when it cannot be read.
bool is_volume_file(const std::filesystem::path& path);

/// Reads an image: NIfTI-1/-2 (.nii, .nii.gz; one volume) or NRRD (attached data, raw or gzip; one value a voxel). The format is told
/// from the content. Frame LPS, mm; slope and intercept of NIfTI become the rescale; 64-bit whole numbers become doubles.
/// Memory follows the data that are there, not the size a header claims. Failures: ImageFileError.
Result<VolumeFile> read_volume_file(const std::filesystem::path& path);
}  // namespace nadir::imaging
