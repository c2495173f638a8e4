#pragma once

#include <array>
#include <functional>
#include <random>

#include "segmentation/mask/mask.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::testing
{
/// Masks with a known shape: a voxel is set when its centre lies inside.
inline segmentation::Mask rasterised(const ImageGeometry& geometry, const std::function<bool(PatientPoint)>& is_inside)
{
  const auto& size = geometry.size();
  std::vector<std::uint8_t> voxels;
  voxels.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(is_inside(geometry.voxel_to_patient(VoxelIndex{i, j, k})) ? 1 : 0);
  return segmentation::Mask::from_grid(geometry, voxels);
}

inline segmentation::SegmentedLesion lesion_of(segmentation::Mask mask) { return {1, "", std::move(mask), {}, {}}; }

/// A grid whose middle voxel has its centre at the patient origin.
inline ImageGeometry centred_grid(GridSize size, VoxelSpacing spacing, GridAxes axes = {})
{
  const auto offset = (-spacing.i * (size.i / 2)) * axes.i + (-spacing.j * (size.j / 2)) * axes.j + (-spacing.k * (size.k / 2)) * axes.k;
  return *ImageGeometry::make(size, spacing, PatientPoint{} + offset, axes);
}

/// Three perpendicular directions, uniformly at random.
inline GridAxes random_axes(std::mt19937& random)
{
  std::normal_distribution<double> normal;
  const auto direction = [&] { return PatientVector{normal(random), normal(random), normal(random)}; };
  const auto scaled = [](PatientVector v) { return (1.0 / norm(v)) * v; };
  const auto i = scaled(direction());
  const auto k = scaled(cross(i, direction()));
  return {i, cross(k, i), k};
}
}  // namespace nadir::testing
