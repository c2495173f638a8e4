#pragma once

#include <vector>

#include "imaging/result/result.h"
#include "report/cdisc/reading_plan.h"

namespace nadir::report::cdisc
{
/// Numbers the visits of a study 1, 2, 3, ...: one number for each label, ascending within every subject. Where the subjects leave the
/// order open, the label that was met first comes first. Labels in contradictory orders -> Failure VisitsUnordered.
Result<Done> number_visits(std::vector<ReadingPlan>& plans);
}  // namespace nadir::report::cdisc
