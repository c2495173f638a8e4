#pragma once

#include <optional>

#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_volumes.h"

namespace nadir::measure
{
/// The slice of the longest diameter with caliper, short axis and outline. nullopt without images, or when the pixels cannot be
/// read (the numbers do not depend on them). Pixels that are loaded are not read again.
std::optional<KeyImage> key_image_of(const MeasuredLesion& lesion, const TimepointVolumes& volumes);
}  // namespace nadir::measure
