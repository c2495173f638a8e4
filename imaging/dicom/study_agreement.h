#pragma once

#include <vector>

#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// What does not fit together among the series of one study: days of acquisition and patient positions (warnings), body parts (a note).
/// Values that a series does not give say nothing. No date is shown.
std::vector<GeometryRemark> study_disagreements(const Study& study);
}  // namespace nadir::imaging
