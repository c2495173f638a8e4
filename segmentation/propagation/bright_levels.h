#pragma once

#include <optional>

#include "imaging/volume/float_image.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// What a reader took for lesion, told by brightness alone: values of the baseline image between two limits.
struct BrightLevels
{
  double low = 0.0;
  double high = 0.0;
  double agreement = 0.0;   ///< Dice coefficient of the voxels between the limits with the mask, within 6 mm of it in its slices
  double hole_share = 0.0;  ///< voxels that closing the holes within slices would add, as a share of the mask
};

/// The limits that reproduce the mask best. `lesion`: on any grid, in the frame of the baseline. nullopt with fewer than 20 voxels of the
/// mask, or of its surroundings, in the image.
std::optional<BrightLevels> bright_levels(const imaging::FloatImage& baseline, const Mask& lesion);
}  // namespace nadir::segmentation
