#pragma once

#include "measure/comparability/examination.h"
#include "measure/lesion/comparability.h"

namespace nadir::measure
{
/// Diameter that effects are estimated for where no lesion is given.
constexpr double reference_diameter_mm = 50.0;

/// Sets two examinations side by side: plane, slice spacing, gap, pixels, sequence, contrast phase, fat suppression, field strength, field
/// of view cut through the lesion, artefacts: each has an item, of severity Same where nothing differs. Echo and repetition time, scanner,
/// coil and position have one where they differ.
///
/// Stop: another plane or another sequence (RECIST 1.1: same technique; rule B10), a lesion cut by the field of view, or an estimated
/// effect that alone reaches the limit of progression (20 % and 5 mm). Caution: an effect of 1 mm (what is reported) or 10 % of volume,
/// or a difference without a figure that changes how a border looks. Everything else is a note. What only one side tells is a note.
ComparabilityReport compare_examinations(const Examination& baseline, const Examination& followup);
}  // namespace nadir::measure
