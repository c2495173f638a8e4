#pragma once

#include "imaging/dicom/stack_draft.h"
#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Puts a draft together: slices in ascending order along the normal (row x column, so the grid is right-handed), geometry, and
/// a certificate with every reason for doubt. `id`, sequence and what concerns other stacks are filled in by the caller.
///
/// The distance between slices comes from positions alone: (last - first) / (slices - 1) once the steps are even. Spacing Between
/// Slices (0018,0088) and Slice Thickness (0018,0050) are compared with it and never used.
///
/// No geometry when the certificate refuses the stack, with one exception: a single slice with a known thickness gets a grid of
/// one slice (k spacing = thickness), for calipers in its plane; its certificate says "geometry.single-slice" and
/// is_measurable() stays false, because one slice is no volume.
ImageStack build_stack(const StackDraft& draft);
}  // namespace nadir::imaging
