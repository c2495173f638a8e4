#pragma once

#include <string>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/seg_object.h"

namespace nadir::segmentation
{
/// The regular grid that the frames of a segmentation lie on.
struct SegGrid
{
  ImageGeometry geometry;
  std::vector<int> slices;  ///< slice k of each frame, in the order of the object's frames
  std::vector<std::string> warnings;
};

/// Finds the grid from the positions of the frames. Slices without frames lie in between and are empty.
///
/// The slice step comes from the positions. Spacing Between Slices is used only where up to three planes lie whole multiples
/// (two or more) of it apart (empty slices left out), and for a single plane; Slice Thickness only for a single plane. Each with
/// a warning. Failures: NoGeometry (uneven steps, tilted stack, no step), TooLarge.
Result<SegGrid> seg_grid(const SegObject& object, int rows, int columns);
}  // namespace nadir::segmentation
