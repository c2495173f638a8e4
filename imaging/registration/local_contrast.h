#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// (value - local mean) / local standard deviation, within about `sigma` mm: what stays of an image when gain and coil shading are taken
/// out.
///
/// Mean and deviation are those of the voxels with where != 0. Where the image is flat the deviation is not taken below 20 % of that of the
/// whole, so that noise stays small.
FloatImage local_contrast(const FloatImage& image, const std::vector<std::uint8_t>& where, double sigma);
}  // namespace nadir::imaging
