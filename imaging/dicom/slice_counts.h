#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Looks for signs that slices are missing at the ends of a stack, which shows in no position: fewer images in the series than
/// Images in Acquisition (0020,1002), GE's Images in Series (0025,1007), Philips' Number of Slices (2001,1018) or the slice array of
/// Siemens' protocol (0029,1020) announce; and instance numbers that rise or fall evenly along the stack but do not begin at 1.
/// Derived images (reformats) are passed over: they inherit the numbers of their source. Each sign is the warning
/// "geometry.fewer-slices-than-announced" or "geometry.first-instances-missing".
void check_slice_counts(GeometryCertificate& certificate, const StackDraft& draft, const FrameList& series);
}  // namespace nadir::imaging
