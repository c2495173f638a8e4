#pragma once

#include "segmentation/lesion/lesion_state.h"

namespace nadir::segmentation::lesion
{
/// From log odds on the grid to the answer: strokes, voxels of the image, parts, holes, sizes and their doubt.
SegmentedByPrompt finish_lesion(LesionState state, const SegmentConfig& config);
}  // namespace nadir::segmentation::lesion
