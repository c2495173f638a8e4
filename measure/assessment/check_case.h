#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
#include "measure/assessment/case.h"

namespace nadir::measure
{
/// What cannot be meant although every single value can, as CaseInvalid: a target or non-target that is absent at baseline, one mask as two
/// lesions, a short axis farther from its longest diameter than half of that one's length.
Result<Done> check_case(const Case& input);
}  // namespace nadir::measure
