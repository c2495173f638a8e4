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
/// An axis lies in one slice of `image` (i-j plane) when its ends are at most half a slice apart along the slices' normal, and so do both
/// axes when their middles are; it is moved into the nearest slice (a tenth: no warning). An end of the extent may lie up to a slice beyond
/// the first or last image: it means that image, with a warning.
Result<std::vector<std::string>> check_prompt(const imaging::Volume& image, const LesionPrompt& prompt);

/// The same for further strokes.
Result<Done> check_strokes(const ImageGeometry& geometry, const std::vector<Stroke>& strokes);
}  // namespace nadir::segmentation::lesion
