#pragma once

#include <algorithm>
#include <cmath>

#include "imaging/geometry/voxel_index.h"

namespace nadir
{
/// The voxel whose centre is nearest; half-way between two, the one farther from voxel 0. It may lie outside any grid: ask
/// GridSize::contains. Places more than 1e9 voxels away count as that far.
inline VoxelIndex nearest_voxel(ContinuousVoxelIndex at)
{
  const auto nearest = [](double place) { return static_cast<int>(std::lround(std::clamp(place, -1e9, 1e9))); };
  return {nearest(at.i), nearest(at.j), nearest(at.k)};
}
}  // namespace nadir
