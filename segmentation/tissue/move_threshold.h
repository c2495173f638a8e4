#pragma once

#include <optional>

#include "imaging/result/result.h"
#include "segmentation/tissue/necrosis_threshold.h"
#include "segmentation/tissue/tissue_error.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
TissueFeature feature_of(ThresholdQuantity quantity);

/// The threshold of a model: half-way between the level of necrosis and the next one. nullopt where nothing tells dead tissue.
std::optional<NecrosisThreshold> threshold_of(const TissueModel& model);

/// The model with its levels moved so that `threshold_of` is the given one: both T1 quantities by the same amount, as what enhances is
/// their difference; without contrast, T2 and ADC in proportion to the gaps between their levels. A threshold towards necrosis also allows
/// it where the image alone would rule it out. Failure: ThresholdQuantity, when the images tell dead tissue by another quantity, or the
/// value is no number.
Result<TissueModel> with_threshold(TissueModel model, const NecrosisThreshold& threshold);
}  // namespace nadir::segmentation
