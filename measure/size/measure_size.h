#pragma once

#include "imaging/result/result.h"
#include "measure/size/lesion_size.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::measure
{
enum class SizeError
{
  EmptyMask,  ///< nothing to measure (contours: no enclosed area): a named failure, never 0 mm
};
std::string_view error_code(SizeError error);

/// Measures one segmented lesion.
///
/// The acquired plane of a mask is the i-j plane of its grid, unless another axis has a spacing at least 2 times that of
/// both others (then the plane perpendicular to that axis is taken, with a warning). Contours are measured as drawn.
/// Contours on one plane, or on planes at uneven steps, give diameters but no volume (LesionSize::no_volume and a warning say why).
Result<LesionSize> measure_size(const segmentation::SegmentedLesion& lesion);
}  // namespace nadir::measure
