#include "measure/assessment/measure_masked_lesion.h"

#include <memory>
#include <utility>

#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/lesion_on_grid.h"
#include "measure/assessment/lesion_site.h"
#include "measure/size/measure_size.h"
#include "segmentation/mask/rasterize.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::measure
{
namespace
{
using segmentation::SegmentedLesion;

std::string listed_labels(const std::vector<SegmentedLesion>& lesions)
{
  std::string text;
  for (const auto& lesion : lesions) text += (text.empty() ? "" : ", ") + std::to_string(lesion.label);
  return text;
}

Result<SegmentedLesion> chosen_lesion(const std::vector<SegmentedLesion>& lesions, const MaskPrompt& prompt)
{
  if (!prompt.label && lesions.size() == 1) return lesions.front();
  if (!prompt.label)
    return Failure{AssessmentError::MaskUnusable,
                   "the mask holds the labels " + listed_labels(lesions) + ". Say which one is meant with \"label\"."};
  for (const auto& lesion : lesions)
    if (lesion.label == *prompt.label) return lesion;
  return Failure{AssessmentError::MaskUnusable, "the mask has no label " + std::to_string(*prompt.label) + ", only " +
                                                    listed_labels(lesions) + ". Write {\"absent\": true} if the lesion is gone."};
}

/// The lesion on the voxels of its stack; contours that do not fit them have none.
std::optional<segmentation::Mask> voxels_on(const SegmentedLesion& placed, const LesionSite& site)
{
  if (!site.stack || !site.stack->geometry) return std::nullopt;
  if (const auto* mask = std::get_if<segmentation::Mask>(&placed.shape)) return site.on_image_grid ? std::optional(*mask) : std::nullopt;
  const auto drawn = segmentation::rasterize(std::get<segmentation::ContourStack>(placed.shape), *site.stack->geometry);
  return drawn ? std::optional(*drawn) : std::nullopt;
}

Result<CaliperSite> site_of_drawn(const CaliperPrompt& drawn, const MeasuredLesion& lesion, const TimepointImages& images)
{
  const auto on_outline = find_site(drawn.longest, lesion.stack ? std::vector{lesion.stack} : std::vector<const imaging::ImageStack*>{});
  return on_outline ? on_outline : find_site(drawn.longest, images.stacks());
}

/// The reader's own lengths beside the mask's volume. A line on another series than the mask's is shown on its own.
Result<Done> take_drawn(MeasuredLesion& lesion, const CaliperPrompt& drawn, const TimepointImages& images)
{
  const auto site = site_of_drawn(drawn, lesion, images);
  if (!site) return site.failure().in_context("caliper");
  auto& assessment = lesion.assessment;
  take_drawn_lengths(assessment, {drawn.longest, drawn.short_axis}, *site, "the segmentation");
  append(assessment.warnings, site->warnings);
  if (site->stack != lesion.stack) lesion.drawn_on = site->stack;
  return Done{};
}
}  // namespace

Result<MeasuredLesion> measure_outline(const Lesion& lesion, const MaskPrompt& prompt, const TimepointImages& images)
{
  const auto file = prompt.file.filename().string();
  const auto lesions = segmentation::read_mask(prompt.file);
  if (!lesions) return lesions.failure().in_context(file);
  const auto drawn = chosen_lesion(*lesions, prompt);
  if (!drawn) return drawn.failure().in_context(file);
  const auto site = find_site(*drawn, images.stacks());
  if (!site) return site.failure().in_context(file);
  const auto placed = std::make_shared<const SegmentedLesion>(on_grid_of(*drawn, *site));
  const auto size = measure_size(*placed);
  if (!size) return size.failure().in_context(file);

  MeasuredLesion result;
  result.stack = site->stack;
  result.outline = placed;
  result.questions = mask_questions(drawn->provenance, images, lesion.id.text());
  result.assessment.lesion = lesion;
  result.assessment.state = measured_word(lesion.role);
  const bool is_mask = std::holds_alternative<segmentation::Mask>(drawn->shape);
  if (site->stack && is_mask && !site->on_image_grid) result.off_grid = *drawn;
  result.mask = voxels_on(*placed, *site);
  take_size(result.assessment, *size);
  append(result.assessment.warnings, site->warnings);
  append(result.assessment.warnings, drawn->warnings);
  return result;
}

Result<MeasuredLesion> with_drawn_lengths(MeasuredLesion outline, const MaskPrompt& prompt, const TimepointImages& images)
{
  if (prompt.drawn)
    if (const auto taken = take_drawn(outline, *prompt.drawn, images); !taken) return taken.failure();
  judge_new_node(outline.assessment);
  return outline;
}

Result<MeasuredLesion> measure_masked_lesion(const Lesion& lesion, const MaskPrompt& prompt, const TimepointImages& images)
{
  auto outline = measure_outline(lesion, prompt, images);
  return outline ? with_drawn_lengths(std::move(*outline), prompt, images) : outline;
}
}  // namespace nadir::measure
