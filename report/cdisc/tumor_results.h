#pragma once

#include <vector>

#include "report/cdisc/reading_plan.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// The rows of TR about the lesions of one reading, by time point.
///
/// - Target: LDIAM, a node LPERP, as reported; 0 mm when absent; "TOO SMALL TO MEASURE" with what entered the sum as standard result; one
///   row a part when split (T04.1), one row for the merged mass (T02/T03) and NOT DONE, TUMOR MERGED, for what was merged into it.
/// - Non-target: TUMSTATE PRESENT, ABSENT or ENLARGEMENT FROM NADIR (unequivocal progression, a reader's word here); a node LNSTATE, and
///   TUMSTATE beside it when it progressed, for which LNSTATE has no term.
/// - New: TUMSTATE from the visit at which the lesion was first seen.
/// - Not evaluable: NOT DONE, NOT EVALUABLE. Not done: NOT DONE, SCAN NOT PERFORMED without a date when nothing was examined at that time
///   point, else TUMOR NOT ASSESSED.
std::vector<ResultRecord> results_of(const ReadingPlan& plan, const Study& study, std::size_t timepoint);

/// The rows of TR that follow from them: sums, percent changes (as shown, rule N6) and the change from the nadir.
std::vector<ResultRecord> derived_results_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint);
}  // namespace nadir::report::cdisc
