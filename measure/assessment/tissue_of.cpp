#include "measure/assessment/tissue_of.h"

#include "measure/assessment/tissue_channels_of.h"
#include "measure/assessment/tissue_content_of.h"
#include "segmentation/tissue/align_channels.h"
#include "segmentation/tissue/classify_tissue.h"

namespace nadir::measure
{
Result<std::optional<TissueToThreshold>> tissue_to_threshold(const segmentation::Mask& mask, const imaging::ImageStack& stack,
                                                             TimepointVolumes& volumes)
{
  auto chosen = tissue_channels_of(stack, volumes);
  if (chosen.words.empty()) return std::optional<TissueToThreshold>{};
  const auto aligned = segmentation::align_channels(mask, chosen.channels);
  auto fit = segmentation::fit_tissue(mask, aligned.channels);
  if (!fit) return fit.failure();
  chosen.warnings.insert(chosen.warnings.end(), aligned.warnings.begin(), aligned.warnings.end());
  return std::optional(TissueToThreshold{std::move(chosen.words), std::move(chosen.warnings), std::move(*fit), chosen.t2});
}

Result<segmentation::NecrosisThreshold> threshold_of(const StatedThreshold& stated)
{
  if (const auto quantity = segmentation::threshold_quantity(stated.quantity))
    return segmentation::NecrosisThreshold{*quantity, stated.value};
  return Failure{segmentation::TissueError::ThresholdQuantity,
                 "the necrosis threshold names \"" + stated.quantity +
                     "\", which no images give (it cannot be used). Name enhancement, post-contrast, ADC or T2."};
}

Result<std::optional<MeasuredTissue>> tissue_of(const segmentation::Mask& mask, const imaging::ImageStack& stack, TimepointVolumes& volumes,
                                                const std::optional<StatedThreshold>& threshold)
{
  std::optional<segmentation::NecrosisThreshold> set;
  if (threshold)
  {
    const auto known = threshold_of(*threshold);
    if (!known) return known.failure();
    set = *known;
  }
  const auto fitted = tissue_to_threshold(mask, stack, volumes);
  if (!fitted) return fitted.failure();
  if (!*fitted) return std::optional<MeasuredTissue>{};
  auto map = (*fitted)->fit.map(set);
  if (!map) return map.failure();
  auto content = tissue_content_of(*map);
  content.channels = (*fitted)->channels;
  content.undecided.insert(content.undecided.end(), (*fitted)->warnings.begin(), (*fitted)->warnings.end());
  return std::optional(MeasuredTissue{std::move(content), std::move(*map), (*fitted)->t2});
}
}  // namespace nadir::measure
