#pragma once

#include "measure/lesion/assessment.h"

namespace nadir::test
{
/// Two time points, one sarcoma: 100.0 mm -> 96.0 mm (SD) while the volume rises from 250 to 380 mL, so flag F1 stands.
measure::Assessment sarcoma_assessment();

/// Eight time points, ten lesions: nodes, non-targets, a new lesion, lesions that vanish or cannot be evaluated, an incomplete sum.
measure::Assessment long_assessment();

/// sarcoma_assessment() with markup, quotes, control characters, direction overrides, broken UTF-8 and very long words in every text.
measure::Assessment hostile_assessment();

/// The text that hostile_assessment() puts everywhere.
const std::string& hostile_text();
}  // namespace nadir::test
