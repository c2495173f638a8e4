#pragma once

#include "segmentation/lesion/frame_answer.h"

namespace nadir::segmentation::lesion
{
/// Whether a prompt says where to look: an axis, a point, foreground paint, or a prior with at least one voxel above 0.5.
bool marks_a_place(const LesionPrompt& prompt);

/// Log odds of the lesion from all channels, in the frame that the prompt draws; without one, in a frame around what lies at the point.
/// A drawn axis and extent are kept to, whatever the images say.
GridAnswer grid_log_odds(const Channels& channels, const LesionPrompt& prompt, const ModelSource& models, int threads);
}  // namespace nadir::segmentation::lesion
