#pragma once

#include <cstddef>
#include <vector>

#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// A rectangle of a slice: its first column and row, and how many of each.
struct SlicePart
{
  int i = 0;
  int j = 0;
  int columns = 0;
  int rows = 0;
};

/// Physical values of a part of slice k, row by row. The part must lie inside the grid and hold a voxel.
std::vector<float> part_of_slice(const Volume& volume, int k, const SlicePart& part);

/// Physical values of every step-th voxel of the grid, from the first one on.
std::vector<float> every_value(const Volume& volume, std::size_t step);
}  // namespace nadir::imaging
