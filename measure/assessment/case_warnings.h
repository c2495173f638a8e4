#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/assessment/timepoint_images.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// What must be said of the time points of a case as a whole: that two hold the same study or were taken on one day, or give different
/// patient names (not shown).
std::vector<std::string> case_warnings(const std::vector<const TimepointImages*>& timepoints);

/// What must be said of a time point whose lesions the program followed by itself: it looks for no new ones. nullopt where it followed
/// none, or where a reader gave a new one.
std::optional<std::string> not_looked_for_words(const TimepointAssessment& timepoint);
}  // namespace nadir::measure
