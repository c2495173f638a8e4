#pragma once

#include "imaging/result/result.h"
#include "segmentation/edit/edit_error.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// The mask with the missing slices filled in; drawn slices stay as they are.
///
/// Each gap lies between two drawn slices. Its outlines pass from the lower shape to the upper one: signed distances to both outlines are
/// mixed by the place between them, after the centres of both shapes were laid over each other along the straight line from one to the
/// other, so that a leaning lesion leans. Source: Raya SP, Udupa JK, IEEE Trans Med Imaging 1990;9:32-42.
/// Failure: NothingBetween (fewer than two drawn slices, or none missing between them).
Result<Mask> fill_between_slices(const Mask& mask);
}  // namespace nadir::segmentation
