#pragma once

#include <cstddef>

#include "report/table/json_text.h"
#include "report/table/reader_assessment.h"

namespace nadir::report
{
/// One time point of findings.json: sums, categories, each rule that fired, margins, probabilities, flags, readings.
void add_timepoint(JsonText& json, const ReaderAssessment& assessment, std::size_t timepoint);
}  // namespace nadir::report
