#pragma once

#include "imaging/dicom/sequence_evidence.h"
#include "imaging/dicom/stack_draft.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Names the contrast of an image from its evidence, with the clues that decided.
///
/// Numbers decide first (b-value, inversion, echo and repetition time, kind of echo), words second (acquisition contrast, series
/// description, protocol name). Where numbers and words contradict each other, the answer is Other with both as clues.
///
/// Limits (ms), after the usual definitions at 1.5 and 3 T (McRobbie et al., MRI from Picture to Proton, 3rd ed., ch. 3 and 12):
/// spin echo T1: TE <= 30, TR <= 1200; PD: TE <= 45, TR >= 1500; T2: TE >= 60, TR >= 1500. Inversion: TI 80..300 nulls fat
/// (STIR), TI >= 1500 nulls fluid (FLAIR, Other), between them T1 when TE <= 30. Gradient echo T1: TE <= 10 and spoiled or flip
/// angle >= 8 degrees.
SequenceRecognition recognize(const SequenceEvidence& evidence);

/// Recognises a stack from its first slice and its series, and sets its unit.
void recognize(ImageStack& stack, const StackDraft& draft, const FrameList& series);
}  // namespace nadir::imaging
