#include "imaging/volume/file/write_volume.h"

#include <string>

#include "imaging/storage/write_file.h"
#include "imaging/volume/file/file_ending.h"
#include "imaging/volume/file/gzip.h"
#include "imaging/volume/file/nifti_writing.h"
#include "imaging/volume/nrrd.h"

namespace nadir::imaging
{
namespace
{
Result<std::string> to_nifti(const Volume& volume)
{
  const auto& size = volume.geometry().size();
  auto bytes = nifti_1_header(volume.geometry(), VoxelType::Float32);
  if (!bytes) return bytes;
  bytes->reserve(bytes->size() + size.voxels() * sizeof(float));
  for (int k = 0; k < size.k; ++k)
  {
    const auto values = volume.slice(k);
    bytes->append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
  }
  return bytes;
}
}  // namespace

Result<Done> write_volume(const std::filesystem::path& path, const Volume& volume)
{
  const auto ending = file_ending(path);
  if (!ending) return ending.failure();
  if (*ending == FileEnding::SegNrrd)
    return Failure{ImageFileError::Unsupported, "an image is no segmentation (.seg.nrrd would be misread). Use .nii.gz, .nii or .nrrd."};
  if (*ending == FileEnding::Nrrd) return write_file(path, to_nrrd(volume));
  const auto bytes = to_nifti(volume);
  if (!bytes) return bytes.failure();
  return write_file(path, *ending == FileEnding::NiftiGzip ? gzip_of(*bytes) : *bytes);
}
}  // namespace nadir::imaging
