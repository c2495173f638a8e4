#pragma once

#include "imaging/dicom/sequence_evidence.h"
#include "imaging/dicom/stack_draft.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Names the contrast of an image from its evidence, with the clues that decided.
///
/// Numbers decide first (contrast_by_numbers.h), words second (contrast_by_words.h). Where they contradict each other, the answer is
/// Other with both as clues. T2 becomes fat-saturated T2, and T1 becomes T1 post-contrast, by attributes first and words second.
SequenceRecognition recognize(const SequenceEvidence& evidence);

/// Recognises a stack from its first slice and its series, and sets its unit.
void recognize(ImageStack& stack, const StackDraft& draft, const FrameList& series);
}  // namespace nadir::imaging
