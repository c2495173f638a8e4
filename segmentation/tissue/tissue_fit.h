#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/reference_tissue.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_error.h"
#include "segmentation/tissue/tissue_features.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::segmentation
{
/// What is known of a lesion before its classes have levels.
struct TissueSamples
{
  LesionVoxels voxels;
  FeatureValues values;
  ReferenceFound reference;
  std::vector<ChannelKind> channels;
  std::optional<FeatureValues> otherwise{};  ///< the values by the other reference that it may be, where that is in doubt
};

/// A lesion whose classes have their levels: what is left to say is where necrosis ends. A value; copies share everything and may be used
/// in several threads. Made by `fit_tissue`.
class TissueFit
{
public:
  TissueFit(TissueSamples samples, const TissueConfig& config);

  /// The tissue with the threshold found from the images, or with one that a person set. Failure: ThresholdQuantity.
  Result<TissueMap> map(const std::optional<NecrosisThreshold>& set = std::nullopt) const;

private:
  struct Found;
  std::shared_ptr<const Found> found_;
};
}  // namespace nadir::segmentation
