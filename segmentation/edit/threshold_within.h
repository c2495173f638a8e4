#pragma once

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/edit/edit_error.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Values from `lowest` to `highest`, both included; in the image's unit.
struct ValueRange
{
  double lowest = 0.0;
  double highest = 0.0;
};

/// The voxels of a mask whose value in `image` lies in a range; nothing is ever added. The image must lie on the mask's grid to within a
/// tenth of its smallest spacing. Failure: GridMismatch.
Result<Mask> threshold_within(const Mask& mask, const imaging::Volume& image, ValueRange range);
}  // namespace nadir::segmentation
