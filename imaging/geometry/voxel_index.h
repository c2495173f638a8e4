#pragma once

#include <cstddef>

namespace nadir
{
/// A voxel: column i, row j, slice k; 0-based. It denotes the voxel's CENTRE.
struct VoxelIndex
{
  int i = 0;
  int j = 0;
  int k = 0;

  bool operator==(const VoxelIndex&) const = default;
};

/// A place between voxel centres on the same axes: (0, 0, 0) is the centre of the first voxel, -0.5 its edge.
struct ContinuousVoxelIndex
{
  double i = 0.0;
  double j = 0.0;
  double k = 0.0;
};

/// Number of columns, rows and slices.
struct GridSize
{
  int i = 0;
  int j = 0;
  int k = 0;

  bool operator==(const GridSize&) const = default;
  constexpr std::size_t voxels() const { return static_cast<std::size_t>(i) * static_cast<std::size_t>(j) * static_cast<std::size_t>(k); }
  constexpr bool contains(VoxelIndex v) const { return v.i >= 0 && v.j >= 0 && v.k >= 0 && v.i < i && v.j < j && v.k < k; }
};
}  // namespace nadir
