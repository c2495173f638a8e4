#pragma once

#include <string>

#include "sample_data/phantom/case_record.h"

namespace nadir::phantom
{
/// The case as `nadir assess` reads it: time points, lesions, prompts; folders and masks relative to the file.
std::string case_json(const CaseRecord& record);

/// The exact sizes and the responses to expect; README.md of this folder documents every key.
std::string truth_json(const CaseRecord& record);
}  // namespace nadir::phantom
