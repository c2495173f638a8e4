#pragma once

#include <optional>

#include "imaging/dicom/sequence_evidence.h"
#include "imaging/dicom/sequence_type.h"

namespace nadir::imaging
{
/// Names an image that is not simply weighted by T1, T2 or proton density: localizer, ADC, diffusion, or a computed, phase or non-MR
/// image (Other). Nothing for an ordinary magnitude image.
std::optional<SequenceRecognition> special_image(const SequenceEvidence& evidence);
}  // namespace nadir::imaging
