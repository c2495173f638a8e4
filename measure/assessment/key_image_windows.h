#pragma once

#include <vector>

#include "measure/assessment/measured_lesion.h"

namespace nadir::measure
{
/// Gives the key images of a lesion on one sequence the same window at all time points, so that grey means the same: the smallest one
/// that holds all of theirs. Where that would be more than twice as wide as an image's own (another signal scale), all keep their own
/// and say so in the caption. `all[t][l]`: lesion l at time point t.
void share_windows(std::vector<std::vector<MeasuredLesion>>& all);
}  // namespace nadir::measure
