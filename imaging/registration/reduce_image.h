#pragma once

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// The image on a coarser grid along the same axes, free of aliasing: each value is the mean under a triangle as wide as the new spacing.
///
/// New spacing along each axis: `spacing` (mm), or the old one where that is coarser. The same field of view (to half a voxel). Values that
/// are not finite count as the smallest finite value.
FloatImage reduced(const FloatImage& image, double spacing);

/// Gaussian-like smoothing with this standard deviation (mm) along every axis: three running means. Values outside the grid do not count.
void smooth(FloatImage& image, double sigma);
}  // namespace nadir::imaging
