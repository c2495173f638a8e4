#pragma once

#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/contour_stack.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// A contour as a file gives it.
struct DrawnContour
{
  Contour points;
  SopInstanceUid sop_instance;
};

/// A stack and what has to be said about it.
struct BuiltStack
{
  ContourStack stack;
  std::vector<std::string> warnings;
};

/// Sorts closed contours into parallel planes.
///
/// The normal is that of the contours (area-weighted), with its largest component positive. Left out with a warning: fewer than
/// three points, no area, copies of another contour. Kept with a warning: contours that cross themselves or each other
/// (the overlap counts as outside), planes missing in between, uneven planes (uniform = false).
/// Without any usable contour the stack has no planes. Failure: NoGeometry (not flat within 0.5 mm, or not parallel within 1 degree).
Result<BuiltStack> build_contour_stack(const std::vector<DrawnContour>& drawn);
}  // namespace nadir::segmentation
