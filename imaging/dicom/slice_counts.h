#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Compares the number of slices with what the scanner announced: Images in Acquisition (0020,1002) for the whole series, where all
/// images agree on it, and Philips' Number of Slices (2001,1018) for the stack. A first or last slice that got lost shows in no
/// position, only here. Adds the warning "geometry.fewer-slices-than-announced".
void check_slice_counts(GeometryCertificate& certificate, const StackDraft& draft, const FrameList& series);
}  // namespace nadir::imaging
