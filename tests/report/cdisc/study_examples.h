#pragma once

#include <vector>

#include "report/cdisc/carried_reading.h"
#include "report/cdisc/study.h"

namespace nadir::test
{
/// Three time points with every state that TU and TR have a term for: split, merged, too small, absent, not evaluable, not done, nodes,
/// non-targets that progress, a new lesion. Responses by the rules.
measure::Assessment trial_assessment();

/// Study "STS01" with one reading by the investigator for each assessment.
report::cdisc::Study study_of(const std::vector<const measure::Assessment*>& assessments);
}  // namespace nadir::test
