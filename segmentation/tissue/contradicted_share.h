#pragma once

#include "segmentation/tissue/potts_labels.h"
#include "segmentation/tissue/tissue_features.h"

namespace nadir::segmentation
{
/// Part of the lesion that is called viable by its signal after contrast, but is liquid by ADC (1e-6 mm2/s, above 1950) and plainly darker
/// after contrast than what is viable and solid (below 1650): dead tissue compared with a reference that is no muscle, or a myxoid part. 0
/// below a tenth of the lesion, which partial volume explains, and without one of the two images.
double contradicted_share(const LesionVoxels& voxels, const FeatureValues& values, const ClassLabels& labels);
}  // namespace nadir::segmentation
