#pragma once

#include <vector>

#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// Without T2 and ADC, beside brain: tells dead tissue from tumour that does not enhance by their levels after contrast, where the lesion shows
/// them (two_dark_levels(), else dark_places()). Leaves the model as it is otherwise; beside muscle liquid with protein is as bright as tumour.
void tell_dark_tissue(TissueModel& model, const LesionVoxels& voxels, const std::vector<float>& post_contrast, ReferenceKind reference);

/// The evened values where only dead and enhancing tissue may lie, the values as they are where there may be a third one.
std::vector<float> evened(const TissueModel& model, const std::vector<float>& own, std::vector<float> even);
}  // namespace nadir::segmentation
