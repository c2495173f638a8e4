#include "segmentation/mask/read_dicom_mask.h"

#include <string>
#include <utility>

#include "imaging/dicom/patient_identity.h"
#include "imaging/dicom/pixel_loader.h"
#include "imaging/gate/dicom_file.h"
#include "segmentation/mask/read_rtstruct.h"
#include "segmentation/mask/read_seg.h"

namespace nadir::segmentation
{
namespace
{
constexpr imaging::Tag sop_class{0x0008, 0x0016};
constexpr std::string_view segmentation_storage = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr std::string_view label_map_segmentation_storage = "1.2.840.10008.5.1.4.1.1.66.7";
constexpr std::string_view rt_structure_set_storage = "1.2.840.10008.5.1.4.1.1.481.3";

Result<imaging::DicomFile> gated(const std::filesystem::path& path)
{
  auto file = imaging::DicomFile::open(path);
  if (!file || !file->is_deflated()) return file;
  return imaging::PixelLoader().open_deflated(path, *file);
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_dicom_mask(const std::filesystem::path& path, MaskProvenance provenance)
{
  const auto file = gated(path);
  if (!file) return file.failure();
  provenance.patient = imaging::read_patient_identity(file->data());
  const auto object = file->data().text(sop_class);
  if (object == segmentation_storage || object == label_map_segmentation_storage) return read_seg(path, *file, std::move(provenance));
  if (object == rt_structure_set_storage) return read_rtstruct(*file, std::move(provenance));
  return Failure{MaskError::Unsupported,
                 "the DICOM file is neither a segmentation nor a structure set (it marks no lesion). Give a SEG or RTSTRUCT file."};
}
}  // namespace nadir::segmentation
