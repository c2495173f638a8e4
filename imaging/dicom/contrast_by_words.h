#pragma once

#include <optional>

#include "imaging/dicom/sequence_evidence.h"
#include "imaging/dicom/sequence_type.h"

namespace nadir::imaging
{
/// What people and vendors call the weighting: Acquisition Contrast (0008,9209) of Enhanced objects first, then series description and
/// protocol name. Nothing when nothing, or several things, are said.
std::optional<SequenceRecognition> contrast_by_words(const SequenceEvidence& evidence);
}  // namespace nadir::imaging
