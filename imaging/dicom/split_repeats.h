#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Takes a draft apart whose positions repeat, by what tells the repeats apart in time or contrast; the draft itself when nothing
/// does, or when no position repeats.
std::vector<StackDraft> split_repeats(StackDraft draft);
}  // namespace nadir::imaging
