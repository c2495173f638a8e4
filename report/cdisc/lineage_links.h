#pragma once

#include <string>
#include <vector>

#include "report/cdisc/reading_plan.h"

namespace nadir::report::cdisc
{
/// Lesions that are merged into a target at a time point, directly or through others, in the order of the plan.
std::vector<const PlannedLesion*> merged_into(const ReadingPlan& plan, const PlannedLesion& carrier, std::size_t timepoint);

/// TRLNKID of a target at a time point: its own link, "T02/T03" where T03 is merged into it (rule T4).
std::string link_at(const ReadingPlan& plan, const PlannedLesion& lesion, std::size_t timepoint);

/// TRLNKID of a part of a split lesion, counted from 0: "T04.1".
std::string part_link(const PlannedLesion& lesion, std::size_t part);
}  // namespace nadir::report::cdisc
