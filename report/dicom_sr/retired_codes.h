#pragma once

#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// A code of the retired SNOMED-RT scheme ("SRT", "SNM3", "99SDM") as SCT; the same concept when it is none, or when the code is not known.
/// Source: PS3.16 annex O, mapping of SNOMED-RT identifiers, as in pydicom 2.3.1.
CodedConcept current_code(CodedConcept code);
}  // namespace nadir::report
