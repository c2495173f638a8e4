#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_scale.h"
#include "segmentation/tissue/tissue_channels.h"
#include "segmentation/tissue/tissue_config.h"

namespace nadir::segmentation
{
/// The level of suppressed fat around a lesion after contrast, as a multiple of the reference: the middle of even places with 0.12 to 0.6
/// of its signal. Nothing where there are few, where fat is said to be kept (`said`), or where the header does not say and fat is seen to
/// be bright or not seen to be dark: a twelfth of the places at least.
std::optional<double> suppressed_fat_level(const ReferencePlaces& places, const SignalScale& after, FatSignal said,
                                           const ReferenceConfig& config);

/// Fat that may hide in what does not enhance: share of the lesion that `is_dead` and, averaged over neighbours, no brighter than 1.3
/// times the fat around, or touches such a place, as mixtures do. `post_contrast`: multiples of the reference, one a voxel.
double hidden_fat_share(const LesionVoxels& voxels, const std::vector<float>& post_contrast, const std::vector<std::uint8_t>& is_dead,
                        double fat_level);
}  // namespace nadir::segmentation
