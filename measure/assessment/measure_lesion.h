#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_volumes.h"

namespace nadir::measure
{
/// Turns a prompt into numbers: a mask is read, put on its images and measured; a caliper is checked and taken as drawn;
/// a stroke, click or scribbles lead to a lesion that is measured; a state is passed on.
/// Failures: MaskUnusable, CaseInvalid (e.g. a node without short axis), or what reading, segmenting and measuring say.
Result<MeasuredLesion> measure_lesion(const Lesion& lesion, const Prompt& prompt, TimepointVolumes& volumes);
}  // namespace nadir::measure
