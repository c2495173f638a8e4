#pragma once

#include <cstdint>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "sample_data/phantom/lobulated_ellipsoid.h"

namespace nadir::phantom
{
/// The voxels whose centre lies in the body, one byte each for the whole grid (i fastest): 1 inside, 0 outside.
std::vector<std::uint8_t> voxel_mask(const LobulatedEllipsoid& body, const ImageGeometry& grid);
}  // namespace nadir::phantom
