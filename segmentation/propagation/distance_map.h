#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
/// Distance in mm from each voxel centre to the nearest voxel centre of the set (bytes that are not 0); 0 inside; 1e6 for an empty set.
///
/// Exact Euclidean, spacing of each axis respected: the roots of squared_distances().
imaging::FloatImage distance_map(const ImageGeometry& geometry, const std::vector<std::uint8_t>& set);

/// Negative inside the set, positive outside; 0 lies between the voxels of either side. +-1e6 where one side is empty.
imaging::FloatImage signed_distance_map(const ImageGeometry& geometry, const std::vector<std::uint8_t>& set);
}  // namespace nadir::segmentation
