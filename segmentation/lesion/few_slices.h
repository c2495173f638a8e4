#pragma once

#include <optional>
#include <string>

#include "segmentation/lesion/finish_mask.h"

namespace nadir::segmentation::lesion
{
/// How thick slices blur a lesion's two ends.
struct SliceDoubt
{
  int slices = 0;      ///< that hold the lesion
  double share = 0.0;  ///< of the volume that lies in half of its first and half of its last slice: the lesion may end anywhere in them
};

SliceDoubt slice_doubt(const GridSize& size, const BlockBytes& voxels);

/// A warning in words where few slices carry the volume; `thickness` in mm from slice to slice.
std::optional<std::string> warning_of_few_slices(const SliceDoubt& doubt, double thickness);
}  // namespace nadir::segmentation::lesion
