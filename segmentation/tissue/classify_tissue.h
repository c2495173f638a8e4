#pragma once

#include "imaging/result/result.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_channels.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_error.h"
#include "segmentation/tissue/tissue_fit.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::segmentation
{
/// Tells living from dead tissue within a lesion, voxel by voxel of the mask's grid (LPS, mm); the images are interpolated there.
///
/// Intensities are divided by those of a reference tissue near the lesion (muscle in a limb, normal brain in a head), found automatically
/// or given. Each class has a level in each image; levels start from physics and are then taken from the lesion where it shows the class.
/// A naive-Bayes score of all images present and a Potts prior on neighbours decide (after Blackledge MD et al., Front Oncol 2019,
/// PMC6795696). Both 0 % and 100 % of a class are possible. What the images given cannot show is dropped and said in `undecided`.
///
/// Do not read "necrosis" as proven unless support is Supported. No registration is done here: see TissueChannel::mask_to_image.
/// Deterministic whatever the number of threads. Failures: any TissueError.
/// A threshold of necrosis in `config` is a person's and takes the place of the one found.
Result<TissueMap> classify_tissue(const Mask& lesion, const TissueChannels& channels, const TissueConfig& config = {});

/// The same up to the threshold: for one who tries several. Takes nearly all of the time of `classify_tissue`.
Result<TissueFit> fit_tissue(const Mask& lesion, const TissueChannels& channels, const TissueConfig& config = {});
}  // namespace nadir::segmentation
