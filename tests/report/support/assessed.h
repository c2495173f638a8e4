#pragma once

#include "measure/lesion/assessment.h"

namespace nadir::test
{
/// Derives responses and contributions by the default protocol and writes them into the assessment.
void derive_responses(measure::Assessment& assessment);
}  // namespace nadir::test
