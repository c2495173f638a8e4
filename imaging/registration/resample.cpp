#include "imaging/registration/resample.h"

#include "imaging/registration/fixed_chunks.h"
#include "imaging/registration/index_map.h"

namespace nadir::imaging
{
namespace
{
template <class Place> FloatImage resampled_at(const FloatImage& moving, const ImageGeometry& grid, const Place& place, float outside)
{
  FloatImage result{grid, std::vector<float>(grid.size().voxels(), outside)};
  const auto row = [&](int j, int k)
  {
    for (int i = 0; i < grid.size().i; ++i) result.values[result.offset({i, j, k})] = sample(moving, place(i, j, k)).value_or(outside);
  };
  const std::size_t rows = static_cast<std::size_t>(grid.size().j);
  for_fixed_chunks(rows * static_cast<std::size_t>(grid.size().k),
                   [&](const Chunk& chunk)
                   {
                     for (std::size_t n = chunk.first; n < chunk.last; ++n) row(static_cast<int>(n % rows), static_cast<int>(n / rows));
                   });
  return result;
}
}  // namespace

FloatImage resampled(const FloatImage& moving, const ImageGeometry& grid, const PointMap& grid_to_moving, float outside)
{
  const auto place = [&](int i, int j, int k) {
    return moving.geometry.patient_to_voxel(grid_to_moving(grid.voxel_to_patient(VoxelIndex{i, j, k})));
  };
  return resampled_at(moving, grid, place, outside);
}

FloatImage resampled(const FloatImage& moving, const ImageGeometry& grid, const RigidTransform& grid_to_moving, float outside)
{
  const IndexMap map(grid, grid_to_moving, moving.geometry);
  return resampled_at(
      moving, grid, [&](int i, int j, int k) { return map(i, j, k); }, outside);
}
}  // namespace nadir::imaging
