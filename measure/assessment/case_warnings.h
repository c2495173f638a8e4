#pragma once

#include <string>
#include <vector>

#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// What must be said of the time points of a case as a whole: that two hold the same study or were taken on one day, or give different
/// patient names (not shown).
std::vector<std::string> case_warnings(const std::vector<const TimepointImages*>& timepoints);
}  // namespace nadir::measure
