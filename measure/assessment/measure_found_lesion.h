#pragma once

#include <string>

#include "imaging/result/result.h"
#include "measure/assessment/measured_lesion.h"

namespace nadir::measure
{
/// Numbers of a lesion that the program found itself, on the voxels of the stack. `source` is the word of Evidence::source.
/// The mask must not be empty. Failures: SizeError.
Result<MeasuredLesion> measure_found_lesion(const Lesion& lesion, const segmentation::Mask& mask, const imaging::ImageStack& stack,
                                            const std::string& source);
}  // namespace nadir::measure
