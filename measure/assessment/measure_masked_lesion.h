#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// A lesion from a mask, on its images, with the lengths that a reader may have drawn beside it. Failures: MaskUnusable, or what reading
/// and measuring say.
Result<MeasuredLesion> measure_masked_lesion(const Lesion& lesion, const MaskPrompt& prompt, const TimepointImages& images);

/// The first step alone, which takes time: the mask, whatever was drawn.
Result<MeasuredLesion> measure_outline(const Lesion& lesion, const MaskPrompt& prompt, const TimepointImages& images);

/// The second step, which does not: the reader's own lengths, and what follows for a new node.
Result<MeasuredLesion> with_drawn_lengths(MeasuredLesion outline, const MaskPrompt& prompt, const TimepointImages& images);
}  // namespace nadir::measure
