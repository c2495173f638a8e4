#include "sample_data/phantom/lesion_truth.h"

namespace nadir::phantom
{
LesionTruth truth_of(const LobulatedEllipsoid& lesion, const ImageGeometry& grid)
{
  const auto normal = grid.axes().k;
  LesionTruth truth{.largest_parallel = lesion.largest_section(normal),
                    .feret_3d = lesion.feret_3d(),
                    .volume = Milliliters::from_cubic_millimeters(lesion.volume_mm3())};
  for (int k = 0; k < grid.size().k; ++k)
  {
    const auto section = lesion.section({normal, grid.voxel_to_patient(VoxelIndex{0, 0, k})});
    if (!section || (truth.acquired && section->longest() <= truth.acquired->longest())) continue;
    truth.acquired = section;
    truth.acquired_slice = k;
  }
  return truth;
}
}  // namespace nadir::phantom
