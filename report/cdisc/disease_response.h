#pragma once

#include <vector>

#include "report/cdisc/reading_plan.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// The rows of RS of one reading at one time point: TRGRESP, NTRGRESP, NEWLPROG and OVRLRESP, each where it applies; none at baseline. The
/// best response is left to whoever judges the study.
std::vector<ResponseRecord> responses_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint);
}  // namespace nadir::report::cdisc
