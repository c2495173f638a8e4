#include "segmentation/mask/read_mask.h"

#include <utility>

#include "imaging/digest/sha256.h"
#include "segmentation/mask/mask_failure.h"
#include "segmentation/mask/mask_format.h"
#include "segmentation/mask/read_dicom_mask.h"
#include "segmentation/mask/read_nifti.h"
#include "segmentation/mask/read_nrrd.h"

namespace nadir::segmentation
{
namespace
{
Result<std::vector<SegmentedLesion>> read_as(MaskFormat format, const std::filesystem::path& path, MaskProvenance provenance)
{
  switch (format)
  {
  case MaskFormat::Nifti: return read_nifti(path, std::move(provenance));
  case MaskFormat::Nrrd: return read_nrrd(path, std::move(provenance));
  case MaskFormat::Dicom: return read_dicom_mask(path, std::move(provenance));
  }
  return Failure{MaskError::UnknownFormat, "the format of the mask is not known. Convert it to NIfTI."};
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_mask(const std::filesystem::path& path)
{
  const auto format = mask_format(path);
  if (!format) return format.failure();
  const auto digest = imaging::sha256_of_file(path.string());
  if (!digest) return Failure{MaskError::Unreadable, digest.failure().message()};
  MaskProvenance provenance;
  provenance.digest = *digest;
  auto lesions = read_as(*format, path, std::move(provenance));
  if (!lesions) return mask_failure(lesions.failure());
  return lesions;
}
}  // namespace nadir::segmentation
