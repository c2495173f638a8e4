#pragma once

#include <filesystem>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads every lesion of a mask file: NIfTI-1/2 (.nii, .nii.gz), NRRD (attached data, raw or gzip; also .seg.nrrd), DICOM SEG
/// (binary, fractional, label map; uniform frames), RTSTRUCT. The format is told from the content, not the name.
///
/// Frame of the result: patient LPS, mm (NIfTI's RAS and NRRD's space are converted; a mirrored grid is flipped so that
/// i x j = k). Label maps give one lesion per label > 0, ascending. DICOM goes through the gate. A file without any set voxel
/// fails with MaskError::Empty.
Result<std::vector<SegmentedLesion>> read_mask(const std::filesystem::path& path);
}  // namespace nadir::segmentation
