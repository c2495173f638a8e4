#pragma once

#include <functional>
#include <memory>

#include "imaging/volume/volume.h"

namespace nadir::test
{
/// A volume whose value at each voxel is a function of where the voxel lies in the patient.
template <class Function> std::shared_ptr<const imaging::Volume> volume_from(const ImageGeometry& geometry, Function value_at)
{
  const auto& size = geometry.size();
  std::vector<float> voxels;
  voxels.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(static_cast<float>(value_at(geometry.voxel_to_patient(VoxelIndex{i, j, k}))));
  return std::make_shared<imaging::Volume>(geometry, std::move(voxels), std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
}
}  // namespace nadir::test
