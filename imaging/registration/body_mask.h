#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// The value above which tissue is seen: the lowest of three classes after Otsu (IEEE Trans SMC 1979;9:62), at most 15 % of the range of
/// the image's values (0.5th to 99.5th percentile), so that dark muscle of a T1 or fat-saturated image stays inside. Where that would leave
/// out much tissue, since a bladder or a lesion full of liquid is far brighter, the lowest class of the values' square roots. To be told on
/// the image as it was taken, or nearly: where noise has been averaged out, air with noise and the zeros beyond a turned field of view are
/// two classes.
float body_threshold(const FloatImage& image);

/// One byte a voxel, 1 in the body (limb, trunk, head), 0 in air: brighter than the threshold, the largest part that hangs together by
/// faces and those of at least 15 % of its size (both legs, an arm beside the trunk), holes within slices filled. An image without contrast
/// gives all zeros. Meant for coarse grids (2 to 8 mm).
std::vector<std::uint8_t> body_mask(const FloatImage& image, float threshold);

/// The parts of a mask that hang together by faces, one byte a voxel: 1 for the largest, 2 for the next, up to 255; 0 elsewhere.
std::vector<std::uint8_t> parts_of(const std::vector<std::uint8_t>& mask, const GridSize& size);

/// The mask grown by this many voxels along each axis in turn (a box).
std::vector<std::uint8_t> grown(std::vector<std::uint8_t> mask, const GridSize& size, int voxels);
}  // namespace nadir::imaging
