#pragma once

#include <optional>

#include "imaging/dicom/sequence_evidence.h"
#include "imaging/dicom/sequence_type.h"

namespace nadir::imaging
{
/// What the timing of an ordinary magnitude image says about its weighting; nothing when times are missing or lie between the limits.
/// Other = a contrast that has no name here (FLAIR, T2*, balanced steady state).
///
/// Limits (ms), after the usual definitions at 1.5 and 3 T (McRobbie et al., MRI from Picture to Proton, 3rd ed., ch. 3 and 12):
/// spin echo T1: TE <= 30, TR <= 1200; proton density: TE <= 45, TR >= 1500; T2: TE >= 60, TR >= 1500. Inversion: TI 80..300 nulls fat
/// (STIR), TI >= 1500 with TE > 45 nulls fluid (FLAIR), TI above 300 with TE <= 30 is T1. Gradient echo T1: TE <= 10, and spoiled or
/// flip angle >= 8 degrees.
std::optional<SequenceRecognition> contrast_by_numbers(const SequenceEvidence& evidence);
}  // namespace nadir::imaging
