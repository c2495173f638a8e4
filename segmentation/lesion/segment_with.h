#pragma once

#include "segmentation/lesion/grid_log_odds.h"
#include "segmentation/lesion/segment_lesion.h"

namespace nadir::segmentation::lesion
{
/// segment_lesion() with models of the caller's choice, for leave-one-out runs.
Result<SegmentedByPrompt> segment_with(const ModelSource& models, const Channels& channels, LesionPrompt prompt,
                                       const SegmentConfig& config);
}  // namespace nadir::segmentation::lesion
