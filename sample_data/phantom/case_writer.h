#pragma once

#include <filesystem>

#include "sample_data/phantom/case_plan.h"
#include "sample_data/phantom/timepoint.h"

namespace nadir::phantom
{
/// Writes a case into `folder` (created when missing): one folder a time point with one folder a series, masks/, case.json, truth.json.
/// Same plan, seed and matrix: same bytes, whatever the number of threads. Failure: PhantomError::CannotWrite.
Result<Done> write_case(const CasePlan& plan, const GeneratorOptions& options, const std::filesystem::path& folder);
}  // namespace nadir::phantom
