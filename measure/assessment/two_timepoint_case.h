#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"

namespace nadir::measure
{
/// The shorthand of a case: two folders and a mask for each. Every label of the masks is a target lesion T01, T02, ... ; a label that
/// one mask lacks is left as not assessed there (a lesion that is gone must be said to be gone, in a case file).
struct TwoTimepoints
{
  std::filesystem::path baseline_folder;
  std::filesystem::path followup_folder;
  std::filesystem::path baseline_mask;
  std::filesystem::path followup_mask;
};

/// Failures: what reading the masks says.
Result<Case> case_of(const TwoTimepoints& input);
}  // namespace nadir::measure
