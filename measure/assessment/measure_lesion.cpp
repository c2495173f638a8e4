#include "measure/assessment/measure_lesion.h"

#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/lesion_site.h"
#include "measure/assessment/measure_drawn_lesion.h"
#include "measure/assessment/measure_masked_lesion.h"

namespace nadir::measure
{
namespace
{
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
    const auto short_site =
        find_site(*prompt.short_axis, site->stack ? std::vector{site->stack} : std::vector<const imaging::ImageStack*>{});
    if (!short_site) return short_site.failure().in_context("short axis");
    assessment.short_axis = caliper_on(*prompt.short_axis, *short_site);
    check_short_axis(assessment, prompt.longest, *prompt.short_axis);
  }
  judge_new_node(assessment);
  return result;
}

MeasuredLesion from_state(const Lesion& lesion, const StatePrompt& prompt)
{
  MeasuredLesion result;
  result.assessment.lesion = lesion;
  result.assessment.state = prompt.state;
  result.assessment.reason = prompt.reason;
  result.assessment.fragments = prompt.fragments;
  result.assessment.merged_into = prompt.merged_into;
  result.assessment.evidence.source = "reader";
  return result;
}
}  // namespace

Result<MeasuredLesion> measure_lesion(const Lesion& lesion, const Prompt& prompt, TimepointVolumes& volumes)
{
  if (const auto* mask = std::get_if<MaskPrompt>(&prompt)) return measure_masked_lesion(lesion, *mask, volumes.images());
  if (const auto* caliper = std::get_if<CaliperPrompt>(&prompt)) return from_caliper(lesion, *caliper, volumes.images());
  if (const auto* drawn = std::get_if<DrawnPrompt>(&prompt)) return measure_drawn_lesion(lesion, *drawn, volumes);
  return from_state(lesion, std::get<StatePrompt>(prompt));
}
}  // namespace nadir::measure
