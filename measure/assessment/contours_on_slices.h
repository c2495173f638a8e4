#pragma once

#include "imaging/dicom/study.h"
#include "segmentation/mask/contour_stack.h"

namespace nadir::measure
{
/// The contours, each plane naming the image of the stack that it lies in (within a tenth of a slice step, all points).
///
/// A structure set may name images that are not at hand: those of the archive before a conversion, or of another copy. The place in
/// the patient tells the image, so that a diameter leads to pixels that the reader has. A plane in no slice keeps what the file says.
segmentation::ContourStack contours_on_slices(segmentation::ContourStack contours, const imaging::ImageStack& stack);
}  // namespace nadir::measure
