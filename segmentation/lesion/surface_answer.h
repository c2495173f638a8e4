#pragma once

#include "segmentation/lesion/frame_answer.h"

namespace nadir::segmentation::lesion
{
/// What is found from drawn axes without first and last slice, `found`, once more in `frame` (theirs) where the image plainly shows another
/// border (seen_surface.h): that border gives ends, lean and what width was not drawn as if they were drawn, and has a say of its own
/// beside the model. The models were trained on sarcomas in T1, where borders are hard to see, and lean on typical shapes; in plain sight,
/// a flat or long lesion must not be taken for a round one. Otherwise `found` as it is.
GridAnswer answer_of_seen_border(const PromptFrame& frame, GridAnswer found, const Look& look);
}  // namespace nadir::segmentation::lesion
