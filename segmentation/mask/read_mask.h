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
/// i x j = k). Label maps give one lesion per label > 0, ascending; segments and ROIs keep their numbers and names. DICOM goes
/// through the gate. What a number may rest on and nobody promised (orientation unknown, fractions cut, slices left out, lesion
/// in parts or at the edge) stands in the warnings of each lesion.
///
/// A segment or ROI that the file names but that is empty stays in the result as an empty Mask or ContourStack with a warning,
/// because it may be a tumour that is gone; measuring it fails by name. A file that marks nothing at all fails with
/// MaskError::Empty. Failures: any MaskError; for DICOM also GateError and LoaderError. Messages never name file or patient.
///
/// Memory: the masks of a file (at most 384 MiB together) plus two small buffers, whatever a header claims; grids up to 2 GiB.
Result<std::vector<SegmentedLesion>> read_mask(const std::filesystem::path& path);
}  // namespace nadir::segmentation
