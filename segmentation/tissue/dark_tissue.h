#pragma once

#include <vector>

#include "segmentation/tissue/calmed_values.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// Without T2 and ADC, beside brain: tells dead tissue from tumour that does not enhance by their levels after contrast, where the lesion
/// shows them (two_dark_levels(), else dark_places()), and by how far enhancing tissue encloses them (liquid_borders()). Not for use beside
/// muscle, where liquid with protein is as bright as tumour.
void tell_dark_tissue(TissueModel& model, const LesionVoxels& voxels, const CalmedValues& post_contrast);

/// The evened values where only dead and enhancing tissue may lie, the values as they are where there may be a third one.
std::vector<float> evened(const TissueModel& model, const std::vector<float>& own, std::vector<float> even);
}  // namespace nadir::segmentation
