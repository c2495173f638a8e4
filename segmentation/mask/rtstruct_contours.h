#pragma once

#include <string>
#include <vector>

#include "imaging/gate/data_set.h"
#include "imaging/result/result.h"
#include "segmentation/mask/build_contour_stack.h"

namespace nadir::segmentation
{
/// The closed planar contours of one ROI, and what was left out.
struct RoiContours
{
  std::vector<DrawnContour> drawn;
  std::vector<std::string> warnings;
};

/// Reads the items of a Contour Sequence (3006,0040).
/// Failures: Malformed (coordinates not in threes, another number than declared), GateError::BadNumber.
Result<RoiContours> roi_contours(const imaging::DataSet& roi_contour_item);
}  // namespace nadir::segmentation
