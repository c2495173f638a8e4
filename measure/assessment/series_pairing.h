#pragma once

#include <vector>

#include "measure/assessment/timepoint_images.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// Pairs each measurable baseline stack with its follow-up twin by sequence (and b-value), anatomical plane and body part; among
/// several the one with the most similar voxels and the same description wins. A stack without twin is listed with the reason.
std::vector<SeriesPairing> pair_series(const TimepointImages& baseline, const TimepointImages& followup);

/// The follow-up's stack that is paired with this one; nullptr when there is none.
const imaging::ImageStack* twin_of(const imaging::ImageStack& baseline, const TimepointImages& followup);

/// How far two stacks may be compared: empty when sequence, b-value and plane agree, otherwise words for a warning (RECIST B10:
/// same technique, and for MRI the same sequence and plane).
std::vector<std::string> comparability_warnings(const imaging::ImageStack& baseline, const imaging::ImageStack& followup);
}  // namespace nadir::measure
