#pragma once

#include "report/cdisc/reading_plan.h"

namespace nadir::report::cdisc
{
/// Fills in `link` of every lesion of the plan: its own id where that can be a link, else T01, NT01 or NEW01 with the next free number.
void give_links(ReadingPlan& plan);

/// Whether an id can stand as TULNKID as it is. '.' and '/' cannot: they mark the parts of a split and the lesions of a merged one.
bool can_be_a_link(std::string_view id);
}  // namespace nadir::report::cdisc
