#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::cli
{
enum class PromptTextError
{
  NotAPoint,      ///< not three numbers
  NotALine,       ///< not two points
  NotScribbles,   ///< neither the JSON form nor a label map
};
std::string_view error_code(PromptTextError error);

/// "x,y,z" in patient LPS mm.
Result<PatientPoint> point_of(std::string_view text);

/// "x,y,z:x,y,z"
Result<segmentation::PromptLine> line_of(std::string_view text);

/// Strokes of a file: JSON {"strokes":[{"kind":"foreground"|"background","radius_mm":3,"points":[[x,y,z],...]}]} (LPS mm), or a
/// label map (NIfTI, NRRD, DICOM SEG; label or segment 1 = foreground, 2 = background).
Result<std::vector<segmentation::Stroke>> read_scribbles(const std::filesystem::path& path);
}  // namespace nadir::cli
