#pragma once

#include <optional>
#include <string>

#include "measure/assessment/measured_lesion.h"

namespace nadir::measure
{
/// A warning where the longest diameter of a lesion that nobody drew ends in a narrow part of it: without what sticks out of the broad of
/// its slices by little volume it would be shorter by a tenth or more. It may be a vessel or fascia that the border followed.
std::optional<std::string> narrow_end_words(const MeasuredLesion& found);
}  // namespace nadir::measure
