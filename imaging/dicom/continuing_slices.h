#pragma once

#include "imaging/dicom/stack_draft.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Warns ("geometry.continues-elsewhere") when one of `others`, images that are not in the stack, lies exactly one step before its first or
/// behind its last slice, on the same grid: a slice whose attributes were damaged or rewritten has probably been split off, and
/// positions inside the stack cannot tell.
void warn_of_continuing_slices(ImageStack& stack, const FrameList& others);
}  // namespace nadir::imaging
