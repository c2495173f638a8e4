#pragma once

#include "imaging/dicom/study.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// A stack's geometry certificate and sequence in words, for people and for the record.
SeriesAssessment describe_series(const imaging::ImageStack& stack);
}  // namespace nadir::measure
