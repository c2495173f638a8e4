#include "segmentation/tissue/distance_field.h"

#include <algorithm>
#include <cmath>

#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
std::vector<float> distance_field(const std::vector<std::uint8_t>& voxels, GridSize size, VoxelSpacing spacing)
{
  std::vector<float> values(voxels.size());
  std::transform(voxels.begin(), voxels.end(), values.begin(), [](std::uint8_t voxel) { return voxel != 0 ? 0.0F : no_source; });
  squared_distances(values, size, spacing);
  for (auto& value : values) value = std::sqrt(value);
  return values;
}
}  // namespace nadir::segmentation
