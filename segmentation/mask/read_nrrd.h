#pragma once

#include <filesystem>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads an NRRD label map or a .seg.nrrd; see understand_nrrd and seg_nrrd.h for what is accepted.
/// `provenance` gets the format and goes to every lesion. Failures: any MaskError.
Result<std::vector<SegmentedLesion>> read_nrrd(const std::filesystem::path& path, MaskProvenance provenance);
}  // namespace nadir::segmentation
