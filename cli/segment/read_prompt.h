#pragma once

#include <string_view>

#include "imaging/result/result.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::cli
{
enum class PromptTextError
{
  NotAPoint,  ///< not three numbers
  NotALine,   ///< not two points
};
std::string_view error_code(PromptTextError error);

/// "x,y,z" in patient LPS mm.
Result<PatientPoint> point_of(std::string_view text);

/// "x,y,z:x,y,z"
Result<segmentation::PromptLine> line_of(std::string_view text);
}  // namespace nadir::cli
