#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_volumes.h"

namespace nadir::measure
{
/// Numbers of a lesion that a reader marked with a stroke, a click or scribbles. Lengths that were drawn stay as drawn; the others, and
/// the volume with its uncertainty, are those of the lesion found from the marks. Failures: CaseInvalid, MaskUnusable, LesionError.
Result<MeasuredLesion> measure_drawn_lesion(const Lesion& lesion, const DrawnPrompt& prompt, TimepointVolumes& volumes);
}  // namespace nadir::measure
