#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/file/grid_placement.h"
#include "segmentation/mask/mask.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// Neighbouring voxels of one label in file order (i fastest).
struct VoxelRun
{
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

/// The set voxels of a label map, collected while the file streams by, so that memory follows the lesions and not the grid.
class LabelRuns
{
public:
  /// Appends the labels of the next voxels; 0 is background, no label is negative.
  /// Failures: NotALabelMap (more than 10,000 labels), TooLarge (more than 16 million runs: noise, not a segmentation).
  Result<Done> append(std::span<const std::int32_t> labels);
  /// Goes on over voxels of the background.
  void skip(std::uint64_t voxels) { position_ += voxels; }
  /// Goes to the voxel that the next append begins with; the voxels of one label must be given in ascending order.
  void move_to(std::uint64_t position) { position_ = position; }

  const std::map<std::int32_t, std::vector<VoxelRun>>& labels() const { return runs_; }

private:
  void extend(std::int32_t label, std::uint64_t length);

  std::map<std::int32_t, std::vector<VoxelRun>> runs_;
  std::uint64_t position_ = 0;
  std::size_t count_ = 0;
};

using imaging::SliceOrder;

/// Smallest box that holds the runs; the runs must lie in the grid and be in file order.
VoxelBox box_of(const std::vector<VoxelRun>& runs, const GridSize& grid, SliceOrder order);

/// The voxels of the runs as a mask.
Mask mask_of(const std::vector<VoxelRun>& runs, const ImageGeometry& geometry, SliceOrder order);
}  // namespace nadir::segmentation
