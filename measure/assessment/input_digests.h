#pragma once

#include <memory>
#include <vector>

#include "measure/assessment/case.h"
#include "measure/assessment/open_timepoint.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
/// What identifies the inputs of an assessment: SHA-256 of every mask file, and for each time point that of its images' SOP instance
/// UIDs with the digests of their files. Names are those of files and folders without their paths.
std::vector<InputDigest> input_digests(const Case& input, const std::vector<std::shared_ptr<OpenTimepoint>>& timepoints);
}  // namespace nadir::measure
