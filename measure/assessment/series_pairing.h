#pragma once

#include <array>
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

/// The contrasts that tumours are seen on, those that show them best first.
inline constexpr std::array tumour_contrasts{imaging::SequenceType::T1PostContrast, imaging::SequenceType::T2FatSaturated,
                                             imaging::SequenceType::T2, imaging::SequenceType::T1};

/// Those of them that have twins, each once, in the same order.
std::vector<imaging::SequenceType> common_contrasts(const TimepointImages& baseline, const TimepointImages& followup);

/// Whether the coordinates of both mean the same places: one stack, or one frame of reference that both name.
bool share_a_frame(const imaging::ImageStack& a, const imaging::ImageStack& b);

/// How far two stacks may be compared: empty when sequence, b-value and plane agree, otherwise words for a warning (RECIST B10:
/// same technique, and for MRI the same sequence and plane).
std::vector<std::string> comparability_warnings(const imaging::ImageStack& baseline, const imaging::ImageStack& followup);
}  // namespace nadir::measure
