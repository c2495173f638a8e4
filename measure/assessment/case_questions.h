#pragma once

#include <vector>

#include "measure/assessment/case_measurement.h"
#include "measure/assessment/identity_check.h"
#include "measure/lesion/comparability.h"

namespace nadir::measure
{
using Timepoints = std::vector<std::shared_ptr<OpenTimepoint>>;

/// A folder that was given and holds no image is more likely the wrong one than a wish.
std::vector<Question> empty_folder_questions(const Case& input, const Timepoints& timepoints);

/// What a person must answer about masks and the series that lesions were measured on. `all[t][l]`: lesion l at time point t.
std::vector<Question> lesion_questions(const std::vector<MeasuredLesions>& all, const Timepoints& timepoints);

/// Whether techniques that are too different may be compared. `reports[t]`: of time point t with baseline.
std::vector<Question> technique_questions(const std::vector<std::vector<ComparabilityReport>>& reports, const Timepoints& timepoints);
}  // namespace nadir::measure
