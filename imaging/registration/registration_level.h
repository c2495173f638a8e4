#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// One resolution of an image as registration sees it: coil shading taken out, values finite, with its body.
struct RegistrationLevel
{
  FloatImage image;
  std::vector<std::uint8_t> body;  ///< one byte a voxel, 1 inside
};

/// Coarser and coarser grids of one image.
struct RegistrationPyramid
{
  RegistrationLevel fine;    ///< 1.5 mm; up to 4 mm where the image is large
  RegistrationLevel middle;  ///< 4 mm
  RegistrationLevel coarse;  ///< 8 mm
};

/// Values divided by their mean over the body within about 40 mm, times the mean over the whole body: receive-coil shading is smooth,
/// anatomy is not.
void flatten_shading(FloatImage& image, const std::vector<std::uint8_t>& body);

RegistrationPyramid registration_pyramid(const FloatImage& image);
}  // namespace nadir::imaging
