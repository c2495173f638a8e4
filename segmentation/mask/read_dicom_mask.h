#pragma once

#include <filesystem>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads a DICOM Segmentation, Label Map Segmentation or RT Structure Set through the gate.
/// Failures: any MaskError, GateError or LoaderError; Unsupported for other DICOM objects.
Result<std::vector<SegmentedLesion>> read_dicom_mask(const std::filesystem::path& path, MaskProvenance provenance);
}  // namespace nadir::segmentation
