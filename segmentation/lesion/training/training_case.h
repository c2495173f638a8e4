#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation::lesion
{
/// A sarcoma of the shared data: T1 series and the expert's mask on the same grid.
struct TrainingCase
{
  std::string name;
  std::shared_ptr<const imaging::Volume> image;
  Mask truth;
};

/// Reads <folder>/image (DICOM) and <folder>/MR_T1_mask.nii.gz.
Result<TrainingCase> read_training_case(const std::filesystem::path& folder);

/// Folders of all cases below <data>/sts, by name.
std::vector<std::filesystem::path> training_folders(const std::filesystem::path& data);

/// 2 |A and B| / (|A| + |B|); both empty: 1.
double dice(const Mask& a, const Mask& b);
}  // namespace nadir::segmentation::lesion
