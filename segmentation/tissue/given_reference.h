#pragma once

#include "segmentation/tissue/reference_tissue.h"

namespace nadir::segmentation
{
/// The reference tissue that a person drew or pointed at (ReferenceConfig::mask, else ::point; one of them must be there), measured in
/// every image. Failure: NoReference when it has fewer than 10 voxels outside the lesion, or an image does not show it.
Result<ReferenceFound> given_reference(const Mask& lesion, const TissueChannels& channels, const ReferencePlaces& places,
                                       const ReferenceConfig& config);
}  // namespace nadir::segmentation
