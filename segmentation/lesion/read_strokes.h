#pragma once

#include <filesystem>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation
{
/// Strokes of a file: JSON {"strokes":[{"kind":"foreground"|"background","radius_mm":3,"points":[[x,y,z],...]}]} (patient LPS, mm), or a
/// label map (NIfTI, NRRD, DICOM SEG; label or segment 1 = foreground, 2 = background). The format is told from the content.
/// Failures: LesionError::NotStrokes, or what reading a label map says. At most 32 MiB of JSON.
Result<std::vector<Stroke>> read_strokes(const std::filesystem::path& path);
}  // namespace nadir::segmentation
