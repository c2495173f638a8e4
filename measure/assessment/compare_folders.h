#pragma once

#include <filesystem>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
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

/// Comparability of two examinations: of the series that the masks' lesions lie on, or without masks of every baseline series and its
/// twin. Where no series has a twin, the best recognised series of both are set against each other.
/// Failures: FolderUnusable (also a folder without a measurable series), MaskUnusable, what reading says; no questions are asked.
Result<std::vector<ComparabilityReport>> compare_folders(const FolderPair& folders, const imaging::Progress& progress = {});
}  // namespace nadir::measure
