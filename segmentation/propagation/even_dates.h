#pragma once

#include "imaging/volume/float_image.h"
#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
/// The two dates without shading, on the block's grid, and by how much they differ where nothing has changed.
struct EvenDates
{
  imaging::FloatImage now;
  imaging::FloatImage then;   ///< expected; NaN where the baseline ends
  imaging::FloatImage error;  ///< standard deviation of now - then: noise, and what a small error of position makes of the local slope
  double noise = 1.0;         ///< the same where the images are flat
};

/// Noise and error of position are learned from the surroundings (3 to 25 mm from the carried lesion): muscle beside a muscle-like lesion
/// is expected as exactly as its noise allows, however badly fat and fasciae around are met.
EvenDates even_dates(const FollowUpBlock& block, const ExpectedValues& expected);
}  // namespace nadir::segmentation
