#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "imaging/geometry/voxel_index.h"

namespace nadir::segmentation
{
/// When two voxels belong together.
enum class Touching
{
  FaceEdgeOrCorner,  ///< 26 neighbours: usual for lesions
  Face,              ///< 6 neighbours: usual for what surrounds them
  FaceInSlice,       ///< 4 neighbours of the same slice
};

/// Voxels [first, end) along i of row j in slice k of a block; 0-based within the block.
struct PartRun
{
  int j = 0;
  int k = 0;
  int first = 0;
  int end = 0;
  std::size_t part = 0;
};

/// The separate parts of the voxels of one value. Parts are numbered in storage order of their first voxel.
struct PartRuns
{
  std::vector<PartRun> runs;          ///< in storage order
  std::vector<std::uint64_t> voxels;  ///< of each part
};

/// Which voxels are asked for, and when they belong together.
struct PartRule
{
  std::uint8_t value = 1;  ///< 0 or 1
  Touching touching = Touching::FaceEdgeOrCorner;
};

/// Parts of a block of bytes 0 and 1, i fastest, as many as `size` says.
PartRuns part_runs(std::span<const std::uint8_t> voxels, const GridSize& size, PartRule rule);
}  // namespace nadir::segmentation
