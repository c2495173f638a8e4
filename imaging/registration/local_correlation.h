#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// Squared correlation coefficient of two images of one grid within about `sigma` mm of each voxel: 0 unrelated, 1 the same up to a local
/// linear change of values (coil shading, gain, another contrast). Only voxels with where != 0 and finite values in both count; 0
/// elsewhere.
std::vector<float> local_correlation(const FloatImage& a, const FloatImage& b, const std::vector<std::uint8_t>& where, double sigma);

/// Mean of the local correlation over these voxels, each weighted by the local contrast of `a`, so that flat regions, where noise decides,
/// count little.
double mean_local_correlation(const FloatImage& a, const FloatImage& b, const std::vector<std::uint8_t>& where, double sigma);
}  // namespace nadir::imaging
