#pragma once

#include <filesystem>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
#include "measure/assessment/identity_check.h"
#include "measure/lesion/comparability.h"

namespace nadir::measure
{
/// Two folders of images, and a mask for each where the effects are wanted for the lesions themselves (both or none).
struct FolderPair
{
  std::filesystem::path baseline;
  std::filesystem::path followup;
  std::filesystem::path baseline_mask;
  std::filesystem::path followup_mask;
};

/// What came of it.
struct FolderComparison
{
  std::vector<ComparabilityReport> reports;
  std::vector<Question> questions;  ///< whether the folders are of one patient, side and in order; the reports do not depend on them
};

/// Comparability of two examinations: of the series that the masks' lesions lie on, or without masks of every baseline series and its
/// twin. Where no series has a twin, the best recognised series of both are set against each other.
/// Failures: FolderUnusable (also a folder without a measurable series), MaskUnusable, what reading says.
Result<FolderComparison> compare_folders(const FolderPair& folders, const imaging::Progress& progress = {});
}  // namespace nadir::measure
