#pragma once

#include <optional>
#include <vector>

#include "segmentation/tissue/calmed_values.h"

namespace nadir::segmentation
{
/// Two levels of tissue that does not enhance, in multiples of the reference tissue.
struct TwoDarkLevels
{
  double liquid = 0.0;  ///< dark: long T1
  double solid = 0.0;   ///< between liquid and the reference: tumour that does not enhance
};

/// Looks for liquid and solid tissue among what is darker than the reference after contrast. Only voxels that resemble all their neighbours
/// count, as voxels between enhancing and dead tissue have the same signal. The values are cut in two where that explains most of their
/// variance (Otsu N, IEEE Trans Syst Man Cybern 1979;9:62); the parts are two tissues when their means lie 3.2 standard deviations apart
/// (Ashman KM, Bird CM, Zepf SE, Astron J 1994;108:2348: more than two is bimodal; one skewed tissue, cut in this way, reaches 2.7) and
/// neither is rare, the darker as dark as liquid and the other brighter than liquid can be. nullopt otherwise.
std::optional<TwoDarkLevels> two_dark_levels(const LesionVoxels& voxels, const CalmedValues& post_contrast);
}  // namespace nadir::segmentation
