#include "measure/assessment/measure_lesion.h"

#include "measure/assessment/key_image_of.h"
#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/lesion_site.h"
#include "measure/assessment/measure_drawn_lesion.h"
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
    return Failure{AssessmentError::MaskUnusable, "the mask holds the labels " + listed_labels(lesions) + ". Say which one is meant with \"label\"."};
  for (const auto& lesion : lesions)
    if (lesion.label == *prompt.label) return lesion;
  return Failure{AssessmentError::MaskUnusable, "the mask has no label " + std::to_string(*prompt.label) + ", only " + listed_labels(lesions) +
                                                    ". Write {\"absent\": true} if the lesion is gone."};
}

/// The lesion on the voxels of its stack; contours that do not fit them have none.
std::optional<segmentation::Mask> voxels_on(const SegmentedLesion& placed, const LesionSite& site)
{
  if (!site.stack || !site.stack->geometry) return std::nullopt;
  if (const auto* mask = std::get_if<segmentation::Mask>(&placed.shape)) return site.on_image_grid ? std::optional(*mask) : std::nullopt;
  const auto drawn = segmentation::rasterize(std::get<segmentation::ContourStack>(placed.shape), *site.stack->geometry);
  return drawn ? std::optional(*drawn) : std::nullopt;
}

Result<MeasuredLesion> from_mask(const Lesion& lesion, const MaskPrompt& prompt, const TimepointImages& images)
{
  const auto file = prompt.file.filename().string();
  const auto lesions = segmentation::read_mask(prompt.file);
  if (!lesions) return lesions.failure().in_context(file);
  const auto drawn = chosen_lesion(*lesions, prompt);
  if (!drawn) return drawn.failure().in_context(file);
  const auto site = find_site(*drawn, images.stacks());
  if (!site) return site.failure().in_context(file);
  const auto placed = on_grid_of(*drawn, *site);
  const auto size = measure_size(placed);
  if (!size) return size.failure().in_context(file);

  MeasuredLesion result;
  result.stack = site->stack;
  result.questions = mask_questions(drawn->provenance, images, lesion.id.text());
  result.assessment.lesion = lesion;
  result.assessment.state = measured_word(lesion.role);
  const bool is_mask = std::holds_alternative<segmentation::Mask>(drawn->shape);
  if (site->stack && is_mask && !site->on_image_grid) result.off_grid = *drawn;
  result.mask = voxels_on(placed, *site);
  take_size(result.assessment, *size);
  append(result.assessment.warnings, site->warnings);
  append(result.assessment.warnings, drawn->warnings);
  judge_new_node(result.assessment);
  result.assessment.key_image = key_image_of(placed, *size, site->stack);
  return result;
}

Result<MeasuredLesion> from_caliper(const Lesion& lesion, const CaliperPrompt& prompt, const TimepointImages& images)
{
  if (lesion.nodal && !prompt.short_axis)
    return Failure{AssessmentError::CaseInvalid, "it is a lymph node, of which the short axis counts (RECIST 1.1). Add \"short_axis\"."};
  const auto site = find_site(prompt.longest, images.stacks());
  if (!site) return site.failure();

  MeasuredLesion result;
  result.stack = site->stack;
  result.assessment.lesion = lesion;
  result.assessment.state = measured_word(lesion.role);
  auto& assessment = result.assessment;
  assessment.longest_diameter = caliper_on(prompt.longest, *site);
  assessment.evidence = {"caliper", "", assessment.longest_diameter->series, {}, "where the reader put the ends of the caliper"};
  append(assessment.warnings, site->warnings);
  if (site->stack) assessment.evidence.frame_of_reference = site->stack->certificate.frame_of_reference;
  if (prompt.short_axis)
  {
    const auto short_site = find_site(*prompt.short_axis, site->stack ? std::vector{site->stack} : std::vector<const imaging::ImageStack*>{});
    if (!short_site) return short_site.failure().in_context("short axis");
    assessment.short_axis = caliper_on(*prompt.short_axis, *short_site);
    check_short_axis(assessment, prompt.longest, *prompt.short_axis);
  }
  judge_new_node(assessment);
  assessment.key_image = key_image_of(assessment, site->stack);
  return result;
}

MeasuredLesion from_state(const Lesion& lesion, const StatePrompt& prompt)
{
  MeasuredLesion result;
  result.assessment.lesion = lesion;
  result.assessment.state = prompt.state;
  result.assessment.reason = prompt.reason;
  result.assessment.evidence.source = "reader";
  return result;
}
}  // namespace

Result<MeasuredLesion> measure_lesion(const Lesion& lesion, const Prompt& prompt, TimepointVolumes& volumes)
{
  if (const auto* mask = std::get_if<MaskPrompt>(&prompt)) return from_mask(lesion, *mask, volumes.images());
  if (const auto* caliper = std::get_if<CaliperPrompt>(&prompt)) return from_caliper(lesion, *caliper, volumes.images());
  if (const auto* drawn = std::get_if<DrawnPrompt>(&prompt)) return measure_drawn_lesion(lesion, *drawn, volumes);
  return from_state(lesion, std::get<StatePrompt>(prompt));
}
}  // namespace nadir::measure
