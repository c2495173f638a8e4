#pragma once

#include <filesystem>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads a DICOM Segmentation: one lesion a segment; overlapping segments are independent masks.
///
/// A segment without voxels stays as an empty mask with a warning. Frames that are not there are empty.
/// `provenance` gets format, series, frame of reference and the source image of each slice.
/// Failures: those of understand_seg, seg_grid and SegPixels; Malformed (two frames at one place), TooLarge.
Result<std::vector<SegmentedLesion>> read_seg(const std::filesystem::path& path, const imaging::DicomFile& file, MaskProvenance provenance);
}  // namespace nadir::segmentation
