#include "imaging/volume/file/file_ending.h"

#include <string>

namespace nadir::imaging
{
namespace
{
std::string lower_case(std::string text)
{
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}
}  // namespace

Result<FileEnding> file_ending(const std::filesystem::path& path)
{
  const auto name = lower_case(path.filename().string());
  if (name.ends_with(".nii.gz")) return FileEnding::NiftiGzip;
  if (name.ends_with(".nii")) return FileEnding::Nifti;
  if (name.ends_with(".seg.nrrd")) return FileEnding::SegNrrd;
  if (name.ends_with(".nrrd")) return FileEnding::Nrrd;
  return Failure{ImageFileError::Unsupported,
                 "the name of the file to write has no known ending (its format cannot be told). Use .nii.gz, .nii, .nrrd or .seg.nrrd."};
}
}  // namespace nadir::imaging
