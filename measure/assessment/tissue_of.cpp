#include "measure/assessment/tissue_of.h"

#include "measure/assessment/tissue_channels_of.h"
#include "measure/assessment/tissue_content_of.h"
#include "segmentation/tissue/align_channels.h"
#include "segmentation/tissue/classify_tissue.h"

namespace nadir::measure
{
Result<std::optional<MeasuredTissue>> tissue_of(const segmentation::Mask& mask, const imaging::ImageStack& stack, TimepointVolumes& volumes)
{
  const auto chosen = tissue_channels_of(stack, volumes);
  if (chosen.words.empty()) return std::optional<MeasuredTissue>{};
  const auto aligned = segmentation::align_channels(mask, chosen.channels);
  auto map = segmentation::classify_tissue(mask, aligned.channels);
  if (!map) return map.failure();
  auto content = tissue_content_of(*map);
  content.channels = chosen.words;
  for (const auto* warnings : {&chosen.warnings, &aligned.warnings}) content.undecided.insert(content.undecided.end(), warnings->begin(), warnings->end());
  return std::optional(MeasuredTissue{std::move(content), std::move(*map)});
}
}  // namespace nadir::measure
