#include "sample_data/phantom/voxel_mask.h"

namespace nadir::phantom
{
std::vector<std::uint8_t> voxel_mask(const LobulatedEllipsoid& body, const ImageGeometry& grid)
{
  const auto size = grid.size();
  std::vector<std::uint8_t> mask;
  mask.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) mask.push_back(body.contains(grid.voxel_to_patient(VoxelIndex{i, j, k})) ? 1 : 0);
  return mask;
}
}  // namespace nadir::phantom
