#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
/// A lesion as a reader would draw it: of its separate parts those stay that hold at least a tenth as much of the carried lesion
/// (`distance` < 0) as the best one; then holes within slices are filled (dead tissue within a living rim belongs to the lesion). One byte
/// a voxel of the grid of `distance`.
std::vector<std::uint8_t> tidied(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance);
}  // namespace nadir::segmentation
