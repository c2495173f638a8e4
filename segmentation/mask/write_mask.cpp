#include "segmentation/mask/write_mask.h"

#include <set>

#include "imaging/result/expects.h"
#include "imaging/storage/write_file.h"
#include "imaging/volume/file/file_ending.h"
#include "imaging/volume/file/gzip.h"
#include "imaging/volume/file/nifti_writing.h"
#include "segmentation/mask/label_layers.h"
#include "segmentation/mask/mask_failure.h"
#include "segmentation/mask/seg_nrrd_writing.h"

namespace nadir::segmentation
{
namespace
{
using imaging::FileEnding;

constexpr Millimeters same_grid{0.01};

Result<Done> check(std::span<const LabelledMask> masks)
{
  std::set<int> labels;
  for (const auto& mask : masks)
  {
    if (mask.label < 1 || !labels.insert(mask.label).second)
      return Failure{MaskError::NotALabelMap,
                     "a label is not above 0 or is given twice (lesions would be mixed up). Number them 1, 2, ..."};
    if (!mask.mask.geometry().coincides_with(masks.front().mask.geometry(), same_grid))
      return Failure{MaskError::ImageMismatch,
                     "the lesions lie on different grids (one file has one grid). Write them into separate files."};
  }
  return Done{};
}

Result<std::string> nifti_bytes(std::span<const LabelledMask> masks, const LabelLayers& layers)
{
  auto bytes = imaging::nifti_1_header(masks.front().mask.geometry(), label_type(masks));
  if (!bytes) return mask_failure(bytes.failure());
  bytes.value() += label_bytes(masks, layers);
  return bytes;
}

std::string nrrd_bytes(std::span<const LabelledMask> masks, const LabelLayers& layers, SegmentKeys keys)
{
  return label_nrrd_header(masks, layers, keys) + imaging::gzip_of(label_bytes(masks, layers));
}

Result<std::string> file_bytes(std::span<const LabelledMask> masks, FileEnding ending)
{
  const auto layers = label_layers(masks);
  if (layers.count > 1 && ending != FileEnding::SegNrrd)
    return Failure{MaskError::Unsupported,
                   "lesions share voxels (one of them would lose them). Write them as .seg.nrrd or into separate files."};
  switch (ending)
  {
  case FileEnding::Nifti: return nifti_bytes(masks, layers);
  case FileEnding::NiftiGzip:
  {
    const auto bytes = nifti_bytes(masks, layers);
    if (!bytes) return bytes;
    return imaging::gzip_of(*bytes);
  }
  case FileEnding::Nrrd: return nrrd_bytes(masks, layers, SegmentKeys::Left);
  case FileEnding::SegNrrd: break;
  }
  return nrrd_bytes(masks, layers, SegmentKeys::Written);
}
}  // namespace

Result<Done> write_mask(const std::filesystem::path& path, const Mask& mask)
{
  const LabelledMask only{1, "", mask};
  return write_masks(path, std::span(&only, 1));
}

Result<Done> write_masks(const std::filesystem::path& path, std::span<const LabelledMask> masks)
{
  NADIR_EXPECTS(!masks.empty());
  const auto ending = imaging::file_ending(path);
  if (!ending) return mask_failure(ending.failure());
  if (auto fits = check(masks); !fits) return fits;
  const auto bytes = file_bytes(masks, *ending);
  return bytes ? imaging::write_file(path, *bytes) : bytes.failure();
}
}  // namespace nadir::segmentation
