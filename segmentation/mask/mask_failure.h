#pragma once

#include "imaging/result/failure.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// The same failure with the code of a mask where the shared file readers (imaging/volume/file) gave theirs, so that whoever reads a
/// mask meets MaskError alone. Other failures come back unchanged.
Failure mask_failure(const Failure& failure);
}  // namespace nadir::segmentation
