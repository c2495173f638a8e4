#pragma once

#include <optional>
#include <string>

#include "measure/assessment/lesion_site.h"

namespace nadir::measure
{
/// What to say of a lesion whose mask, on the voxels of its images (on_grid_of), reaches their first or last slice or the border of a
/// slice: its size is a lower limit. Nothing where there are no images, or one slice only, which always reaches both ends.
std::optional<std::string> warning_of_cut(const segmentation::SegmentedLesion& lesion, const LesionSite& site);
}  // namespace nadir::measure
