#pragma once

#include <optional>
#include <string>
#include <vector>

#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// What could not be told for lack of a sequence or of coverage, one sentence each.
std::vector<std::string> undecided_words(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model);

/// That a lesion of one tissue may be liquid or myxoid: among the undecided where it may.
std::string liquid_or_myxoid_words();

/// What the numbers may suffer from: unknown signal zero, strong shading, few voxels.
std::vector<std::string> warning_words(const LesionVoxels& voxels, const ReferenceFound& reference, const TissueModel& model);

/// That a share of the lesion may be fat and not dead tissue. Nothing below a hundredth of the lesion.
std::optional<std::string> hidden_fat_words(double share);

/// That a share of the lesion is viable by one image and dead by another. Nothing for 0.
std::optional<std::string> contradiction_words(double share);

/// That the T1 images before and after contrast may be exchanged: parts of the lesion's inside that lost and that gained signal.
std::string exchange_words(double fallen, double risen);

/// That a share of the lesion may be living tumour of weak uptake or dead. Nothing for 0.
std::optional<std::string> weak_uptake_words(double share, const TissueModel& model);

/// Why a threshold that a person set makes more of the lesion indeterminate than the automatic one does: what no longer counts as viable is
/// not thereby liquid. Nothing where the share of indeterminate tissue grows by less than a hundredth of the lesion.
std::optional<std::string> left_over_words(const TissueModel& model, double indeterminate, double automatic);
}  // namespace nadir::segmentation
