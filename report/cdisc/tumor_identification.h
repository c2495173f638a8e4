#pragma once

#include <vector>

#include "report/cdisc/reading_plan.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// The rows of TU of one reading: TUMIDENT of every lesion at the visit where it is identified, TUSPLIT and TUMERGE where a target first
/// splits or merges, TIND and NTIND where there is no target or no non-target lesion.
std::vector<IdentificationRecord> identification_of(const ReadingPlan& plan, std::string_view study);
}  // namespace nadir::report::cdisc
