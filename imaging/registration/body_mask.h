#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// One byte a voxel, 1 in the body (limb, trunk, head), 0 in air: brighter than a low threshold, largest part that hangs together by faces,
/// holes within slices filled. An image without contrast gives all zeros.
///
/// The threshold is the lowest of three classes after Otsu (IEEE Trans SMC 1979;9:62), at most 15 % of the range of the image's values
/// (0.5th to 99.5th percentile), so that dark muscle of a T1 or fat-saturated image stays inside. Meant for coarse grids (2 to 8 mm).
std::vector<std::uint8_t> body_mask(const FloatImage& image);

/// The mask grown by this many voxels along each axis in turn (a box).
std::vector<std::uint8_t> grown(std::vector<std::uint8_t> mask, const GridSize& size, int voxels);
}  // namespace nadir::imaging
