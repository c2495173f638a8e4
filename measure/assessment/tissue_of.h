#pragma once

#include <optional>

#include "imaging/result/result.h"
#include "measure/assessment/timepoint_volumes.h"
#include "measure/lesion/tissue_content.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_fit.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::measure
{
/// What a lesion consists of: in numbers, and voxel by voxel.
struct MeasuredTissue
{
  TissueContent content;
  segmentation::TissueMap map;
  const imaging::ImageStack* t2 = nullptr;  ///< the T2 or STIR that it was told by
};

/// What a lesion consists of, told from the series of its time point that lie in the frame of reference of `stack`, whose voxels the
/// mask has: T1 before and after contrast, T2 or STIR, ADC (the scanner's map, else computed from the diffusion images).
/// A threshold that a reader set takes the place of the one found. nullopt where none of these is there. Failures: TissueError (also where
/// the threshold is one for other images), or what loading says.
Result<std::optional<MeasuredTissue>> tissue_of(const segmentation::Mask& mask, const imaging::ImageStack& stack, TimepointVolumes& volumes,
                                                const std::optional<StatedThreshold>& threshold = std::nullopt);

/// The same up to the threshold, for one who tries several: quick to ask again.
struct TissueToThreshold
{
  std::vector<std::string> channels;  ///< the images used, in words
  std::vector<std::string> warnings;
  segmentation::TissueFit fit;
  const imaging::ImageStack* t2 = nullptr;
};
Result<std::optional<TissueToThreshold>> tissue_to_threshold(const segmentation::Mask& mask, const imaging::ImageStack& stack,
                                                             TimepointVolumes& volumes);

/// Failure: ThresholdQuantity, when it names no known quantity.
Result<segmentation::NecrosisThreshold> threshold_of(const StatedThreshold& stated);
}  // namespace nadir::measure
