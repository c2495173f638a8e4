#pragma once

#include <string>

#include "measure/lesion/assessment.h"

namespace nadir::session
{
/// What a blinded reader may see of an assessment: the lesions by name, and what was measured at the time point that is being read. No
/// dates, no results of other time points, no responses, flags or comparisons.
measure::Assessment blinded(const measure::Assessment& assessment, const TimepointLabel& current);

/// The text with every day of the form 2024-01-31 or 20240131 replaced by "(date hidden)".
std::string without_dates(const std::string& text);
}  // namespace nadir::session
