#pragma once

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
enum class HoleScope
{
  Volume,  ///< cavities closed on all sides
  Slice,   ///< holes of a slice's outline, even if they open into the next slice
};

/// The mask and what it encloses. A hole is background that reaches the outside through no face of a voxel; one that opens at the edge of
/// the grid is none.
Mask fill_holes(const Mask& mask, HoleScope scope);
}  // namespace nadir::segmentation
