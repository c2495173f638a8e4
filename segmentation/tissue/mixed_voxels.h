#pragma once

#include <vector>

#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// A voxel that both tissues share counts as one of them in a map, and where a rim is thin against the slices these errors do not cancel:
/// voxels of three tenths of rim are hardly seen as rim, or all of them. So of the voxels where dead tissue meets living (or undecided)
/// tissue, as many are called dead as their values together hold of it, the deadest first.
///
/// The dead part of a voxel is where its values lie between the levels of the two tissues, each feature with its weight and spread, held
/// within 0 and 1. `values`: those that the scores were made from.
ClassLabels with_mixed_voxels_shared(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model,
                                     const std::vector<ClassScores>& scores, ClassLabels labels);
}  // namespace nadir::segmentation
