#include "measure/assessment/measure_lesion.h"

#include <cmath>
#include <numbers>

#include "imaging/units/number_text.h"
#include "measure/assessment/key_image_of.h"
#include "measure/assessment/lesion_site.h"
#include "measure/size/measure_size.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::measure
{
namespace
{
using segmentation::SegmentedLesion;

constexpr double right_angle_tolerance_degrees = 1.0;

std::string measured_word(LesionRole role)
{
  switch (role)
  {
    case LesionRole::Target: return "MEASURED";
    case LesionRole::NonTarget: return "PRESENT";
    case LesionRole::New: return "UNEQUIVOCAL";
  }
  return "";
}

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

/// A new node below 10 mm is normal (rule B5); below 15 mm it is to be seen again before it counts (rule NL6). A reader may say otherwise.
void judge_new_node(LesionAssessment& assessment)
{
  if (assessment.lesion.role != LesionRole::New || !assessment.lesion.nodal || !assessment.short_axis) return;
  const double short_axis = assessment.short_axis->length.value();
  if (short_axis >= 15.0) return;
  assessment.state = short_axis < 10.0 ? "NONE" : "EQUIVOCAL";
  assessment.warnings.push_back(short_axis < 10.0 ? "a node with a short axis below 10 mm is normal and no new lesion (rule B5)"
                                                  : "a new node below 15 mm counts as equivocal until it is seen again (rule NL6); say {\"state\": \"UNEQUIVOCAL\"} if it is certain");
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) { to.insert(to.end(), from.begin(), from.end()); }

void take_lengths_in_space(LesionAssessment& assessment, const LesionSize& size)
{
  assessment.longest_in_any_plane = size.longest_in_any_plane;
  assessment.feret_3d = size.feret_3d;
  assessment.volume = size.volume;
  assessment.volume_estimates = {{"voxels", size.volume_estimates.voxels}, {"surface", size.volume_estimates.surface}, {"contours", size.volume_estimates.contours}};
  assessment.volume_uncertainty = size.volume_uncertainty;
}

void take_size(LesionAssessment& assessment, const LesionSize& size)
{
  assessment.longest_diameter = size.longest_diameter;
  assessment.short_axis = size.short_axis;
  assessment.longest_inside = size.longest_inside;
  if (size.no_volume.empty()) take_lengths_in_space(assessment, size);
  assessment.diameter_uncertainty = size.diameter_uncertainty;
  assessment.evidence = size.evidence;
  append(assessment.warnings, size.warnings);
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
  take_size(result.assessment, *size);
  append(result.assessment.warnings, site->warnings);
  append(result.assessment.warnings, drawn->warnings);
  judge_new_node(result.assessment);
  result.assessment.key_image = key_image_of(placed, *size, site->stack);
  return result;
}

Caliper caliper_on(const LinePrompt& line, const CaliperSite& site)
{
  Caliper caliper{line.from, line.to, distance(line.from, line.to), {}, {}, site.slice};
  if (!site.stack) return caliper;
  caliper.series = site.stack->series;
  if (site.slice) caliper.sop_instance = site.stack->slices[static_cast<std::size_t>(*site.slice)].sop_instance;
  return caliper;
}

double angle_degrees(const LinePrompt& a, const LinePrompt& b)
{
  const auto u = a.to - a.from, v = b.to - b.from;
  return std::acos(std::min(1.0, std::abs(dot(u, v)) / (norm(u) * norm(v)))) * 180.0 / std::numbers::pi;
}

void check_short_axis(LesionAssessment& assessment, const CaliperPrompt& prompt)
{
  const double angle = angle_degrees(prompt.longest, *prompt.short_axis);
  if (std::abs(angle - 90.0) > right_angle_tolerance_degrees)
    assessment.warnings.push_back("the short axis stands at " + format_fixed(angle, 1) + " degrees to the longest diameter, not at 90");
  if (assessment.short_axis->length > assessment.longest_diameter->length) assessment.warnings.push_back("the short axis is longer than the longest diameter: are they swapped?");
  if (assessment.short_axis->slice != assessment.longest_diameter->slice) assessment.warnings.push_back("the short axis lies on another slice than the longest diameter");
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
    check_short_axis(assessment, prompt);
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

Result<MeasuredLesion> measure_lesion(const Lesion& lesion, const Prompt& prompt, const TimepointImages& images)
{
  if (const auto* mask = std::get_if<MaskPrompt>(&prompt)) return from_mask(lesion, *mask, images);
  if (const auto* caliper = std::get_if<CaliperPrompt>(&prompt)) return from_caliper(lesion, *caliper, images);
  return from_state(lesion, std::get<StatePrompt>(prompt));
}
}  // namespace nadir::measure
