#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/propagation/compared_series.h"

namespace nadir::segmentation
{
/// A lesion that has changed, without its spurs of other tissue: in its slice (i, j) a spur is what a disc of two fifths of the radius of
/// the largest that fits into the slice does not reach, and of other tissue if its values, over all kinds of image, are met around the
/// lesion rather than in it, at baseline or now deep within. They come of a baseline mask that was drawn over such tissue, which has not
/// changed since, hold little volume and falsify the longest diameter. `inside`: one byte a voxel of the block.
std::vector<std::uint8_t> without_unlike_spurs(std::vector<std::uint8_t> inside, const ComparedDates& dates);
}  // namespace nadir::segmentation
