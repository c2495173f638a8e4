#pragma once

#include "measure/assessment/measured_lesion.h"

namespace nadir::measure
{
/// Without contrast, a lesion that looks liquid throughout may be myxoid tumour, and the bands of its tissues say 0 to 100 %. One that was
/// solid at an earlier time point has liquefied: where ADC, or else T2 of the same kind and echo time, rose by two fifths since, the bands
/// of a lesion known to have been solid take the place of the wide ones (`TissueMap::if_solid_before`), and the reason is said. Else, and
/// for a lesion told already, nothing happens.
void tell_liquefied(MeasuredLesion& now, const MeasuredLesion& before);
}  // namespace nadir::measure
