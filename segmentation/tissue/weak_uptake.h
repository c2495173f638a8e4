#pragma once

#include <optional>

#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
/// Tissue that is called dead because much brighter tissue lives, but may be living tumour of weak uptake (myxoid), and the levels by which
/// it is.
struct WeakUptake
{
  double share = 0.0;  ///< of the lesion
  TissueModel otherwise;
};

/// Beside muscle. Liquid lies well below muscle after contrast (0.5 to 0.75, for its long T1) unless protein or blood raise it, and does
/// not brighten; living tumour is not darker than muscle. What is called dead and is as bright as muscle is therefore in doubt; with an
/// image before contrast, what brightens by as much as the least that living tumour does. Looked for within dead tissue, not at its
/// borders, which are mixtures; nothing below a tenth of the dead tissue, or where ADC is that of free water.
std::optional<WeakUptake> weak_uptake(const LesionVoxels& voxels, const FeatureValues& values, const ClassLabels& labels,
                                      const TissueModel& model);
}  // namespace nadir::segmentation
