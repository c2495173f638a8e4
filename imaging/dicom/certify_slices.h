#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Fills in a certificate from frames sorted by position (at least one): spacings, thickness, gap, plane, obliquity, evenness, and
/// remarks on all that is doubtful. Returns the mean step between slices, mm; 0 for one slice.
double certify_slices(GeometryCertificate& certificate, const FrameList& sorted);
}  // namespace nadir::imaging
