#pragma once

#include <vector>

#include "sample_data/phantom/case_plan.h"

namespace nadir::phantom
{
/// Every sample case, in the order they are listed.
const std::vector<CasePlan>& case_catalogue();
}  // namespace nadir::phantom
