#include "viewer/model/tissue_overlay.h"

#include <utility>

#include "measure/assessment/tissue_of.h"

namespace nadir::viewer
{
Result<TissueOverlay> tissue_overlay(const TissueWish& wish, const imaging::ImageStack& stack, measure::TimepointVolumes& volumes)
{
  std::optional<segmentation::NecrosisThreshold> set;
  if (wish.threshold)
  {
    const auto known = measure::threshold_of(*wish.threshold);
    if (!known) return known.failure();
    set = *known;
  }
  auto fitted = measure::tissue_to_threshold(wish.mask, stack, volumes);
  if (!fitted) return fitted.failure();
  if (!*fitted)
    return Failure(measure::AssessmentError::MaskUnusable,
                   "none of this examination's series tells living from dead tissue (T1 after contrast, T2, STIR, ADC)");
  auto map = (*fitted)->fit.map(set);
  if (!map) return map.failure();
  return TissueOverlay{wish.series, wish.lesion, std::make_shared<const segmentation::TissueMap>(std::move(*map)),
                       std::make_shared<const segmentation::TissueFit>(std::move((*fitted)->fit))};
}
}  // namespace nadir::viewer
