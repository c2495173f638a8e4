#include "viewer/render/view_to_voxel.h"

namespace nadir::viewer
{
namespace
{
ContinuousVoxelIndex difference(ContinuousVoxelIndex a, ContinuousVoxelIndex b) { return {a.i - b.i, a.j - b.j, a.k - b.k}; }
}  // namespace

ViewToVoxel view_to_voxel(const SliceView& view, const ImageGeometry& geometry, const imaging::RigidTransform& view_to_grid)
{
  const auto index_at = [&](double x, double y) { return geometry.patient_to_voxel(view_to_grid(view.to_patient({x + 0.5, y + 0.5}))); };
  const ContinuousVoxelIndex origin = index_at(0, 0);
  return {origin, difference(index_at(1, 0), origin), difference(index_at(0, 1), origin)};
}
}  // namespace nadir::viewer
