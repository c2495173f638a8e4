#pragma once

#include <cstddef>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// Time points that page one shows, in order: all when there are few; else the baseline, the nadir
/// that the latest was judged from, and the latest two.
std::vector<std::size_t> glance_timepoints(const measure::Assessment& assessment);
}  // namespace nadir::report
