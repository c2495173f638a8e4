#pragma once

#include <filesystem>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads a NIfTI-1 or NIfTI-2 label map, plain or gzip; see read_nifti_header for what is accepted.
/// `provenance` gets the format and goes to every lesion. Failures: any MaskError.
Result<std::vector<SegmentedLesion>> read_nifti(const std::filesystem::path& path, MaskProvenance provenance);
}  // namespace nadir::segmentation
