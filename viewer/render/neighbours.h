#pragma once

#include <algorithm>

#include "viewer/render/plane_sampler.h"

namespace nadir::viewer
{
/// The two voxels around a position on one axis, and how much the second counts. first < 0: outside the grid.
struct Neighbours
{
  int first = -1;
  int second = -1;
  float part = 0.0F;
};

/// `at`: continuous index on an axis of `size` voxels. Half a voxel beyond the outermost centres still belongs to the grid.
inline Neighbours neighbours(double at, int size, Interpolation interpolation)
{
  if (!(at >= -0.5 && at <= size - 0.5)) return {};
  const double inside = std::clamp(at, 0.0, static_cast<double>(size - 1));
  if (interpolation == Interpolation::Nearest)
  {
    const int nearest = static_cast<int>(inside + 0.5);
    return {nearest, nearest, 0.0F};
  }
  const int first = static_cast<int>(inside);
  return {first, std::min(first + 1, size - 1), static_cast<float>(inside - first)};
}
}  // namespace nadir::viewer
