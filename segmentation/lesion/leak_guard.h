#pragma once

#include "imaging/volume/volume.h"

namespace nadir::segmentation::lesion
{
/// Share of the body shown that no lesion takes; more is its surroundings. In the shared sarcomas, whose images end 5 cm around the tumour,
/// the lesion takes 0.04 to 0.20; in whole series less.
inline constexpr double largest_body_share = 0.35;

/// Volume of what is not air in an image, mm3: signal above 6 % of the range between the 1st and the 99th percentile, on every fourth
/// row, column and slice (every slice of a stack of less than 40).
double body_volume(const imaging::Volume& image);
}  // namespace nadir::segmentation::lesion
