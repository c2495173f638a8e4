#include "sample_data/phantom/voxel_mask.h"

namespace nadir::phantom
{
std::vector<std::uint8_t> voxel_mask(const LobulatedEllipsoid& body, const ImageGeometry& grid)
{
  const auto size = grid.size();
  const auto normal = grid.axes().k;
  const double reach = 0.5 * body.feret_3d().value();
  std::vector<std::uint8_t> mask(size.voxels(), 0);
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
  {
    const bool misses = std::abs(dot(grid.voxel_to_patient(VoxelIndex{0, 0, k}) - body.centre(), normal)) > reach;
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n) mask[n] = !misses && body.contains(grid.voxel_to_patient(VoxelIndex{i, j, k})) ? 1 : 0;
  }
  return mask;
}
}  // namespace nadir::phantom
