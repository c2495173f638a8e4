#pragma once

#include <string>
#include <vector>

#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// What could not be told for lack of a sequence or of coverage, one sentence each.
std::vector<std::string> undecided_words(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model);

/// What the numbers may suffer from: unknown signal zero, strong shading, few voxels.
std::vector<std::string> warning_words(const LesionVoxels& voxels, const ReferenceFound& reference);
}  // namespace nadir::segmentation
