#pragma once

#include <string_view>
#include <vector>

#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation::lesion
{
/// How a reader marks an error.
enum class StrokeStyle
{
  Disc,  ///< a dab in its middle
  Line,  ///< a line along it: two thirds of the way through its middle
  Paint  ///< a scribble mask: all of it in that slice but its rim
};
std::string_view name_of(StrokeStyle style);  ///< "disc", "line", "paint"

/// The correction a reader would paint: in the slice where the largest connected error (faces) has most area, through the error's middle,
/// with a brush of at most 5 mm and never wider than the error. As many strokes as rows for Paint, else one; none when the masks are equal.
std::vector<Stroke> corrective_strokes(const Mask& truth, const Mask& found, StrokeStyle style);
}  // namespace nadir::segmentation::lesion
