#pragma once

#include <vector>

#include "segmentation/lesion/prompt_frame.h"

namespace nadir::segmentation::lesion
{
/// Frame of a lesion that is roughly known: ellipse of the same second moments in the slice that holds most of it, ends where less than
/// a tenth of that slice's area is left. `places`: middles of equal pieces of it, at least one, in LPS.
PromptFrame frame_of_region(const ImageGeometry& geometry, const std::vector<PatientPoint>& places);
}  // namespace nadir::segmentation::lesion
