#pragma once

#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/lesion/lesion_error.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// What makes a prompt impossible is a failure in words (any LesionError but ChannelMismatch); what is only odd comes back as warnings.
///
/// Axes lie in one slice of `image` (i-j plane) when both ends are within half a slice of its middle plane (a tenth: no warning).
Result<std::vector<std::string>> check_prompt(const imaging::Volume& image, const LesionPrompt& prompt);

/// The same for further strokes.
Result<Done> check_strokes(const ImageGeometry& geometry, const std::vector<Stroke>& strokes);
}  // namespace nadir::segmentation::lesion
