#include "measure/assessment/measure_drawn_lesion.h"

#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"
#include "measure/assessment/drawn_lesion.h"
#include "measure/assessment/key_image_of.h"
#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/measure_found_lesion.h"

namespace nadir::measure
{
namespace
{
/// Half the width of a 95 % interval is 1.96 standard deviations.
double standard_deviation(const segmentation::EstimatedValue& estimate) { return (estimate.high - estimate.low) / (2.0 * 1.96); }

double combined(std::optional<double> first, double second) { return std::hypot(first.value_or(0.0), second); }

void widen_by_doubt(LesionAssessment& assessment, const segmentation::SegmentedByPrompt& found)
{
  const auto value = [](const auto& quantity) { return quantity ? std::optional(quantity->value()) : std::nullopt; };
  assessment.volume_uncertainty = Milliliters{combined(value(assessment.volume_uncertainty), standard_deviation(found.volume_ml))};
  assessment.diameter_uncertainty = Millimeters{combined(value(assessment.diameter_uncertainty), standard_deviation(found.longest_diameter_mm))};
}

/// A drawn length far from what was found: one of the two is not the lesion's.
void compare_with_found(LesionAssessment& assessment, const Caliper& drawn)
{
  if (!assessment.longest_diameter) return;
  const double found = assessment.longest_diameter->length.value();
  if (std::abs(found - drawn.length.value()) <= std::max(5.0, 0.15 * drawn.length.value())) return;
  assessment.warnings.push_back("the line is " + format_fixed(drawn.length.value(), 1) + " mm long, the lesion found from it " + format_fixed(found, 1) +
                                " mm (the volume may not be that of the lesion). Look at the outline.");
}

void take_drawn_lengths(LesionAssessment& assessment, const DrawnPrompt& prompt, const CaliperSite& site)
{
  if (!prompt.longest) return;
  const auto drawn = caliper_on(*prompt.longest, site);
  compare_with_found(assessment, drawn);
  assessment.longest_diameter = drawn;
  assessment.diameter_uncertainty.reset();
  assessment.evidence.end_point_rule = "The longest diameter ends where the reader put it; the outline was found from it.";
  if (!prompt.short_axis) return;
  assessment.short_axis = caliper_on(*prompt.short_axis, site);
  check_short_axis(assessment, *prompt.longest, *prompt.short_axis);
}
}  // namespace

Result<MeasuredLesion> measure_drawn_lesion(const Lesion& lesion, const DrawnPrompt& prompt, TimepointVolumes& volumes)
{
  const auto drawn = find_drawn_lesion(prompt, volumes);
  if (!drawn) return drawn.failure();
  if (drawn->found.mask.is_empty())
    return Failure{AssessmentError::MaskUnusable, "no lesion was found from the marks. Draw its longest diameter, or write {\"absent\": true} if it is gone."};
  auto result = measure_found_lesion(lesion, drawn->found.mask, *drawn->site.stack, "segmentation");
  if (!result) return result.failure();
  auto& assessment = result->assessment;
  widen_by_doubt(assessment, drawn->found);
  take_drawn_lengths(assessment, prompt, drawn->site);
  append(assessment.warnings, drawn->warnings);
  append(assessment.warnings, drawn->found.warnings);
  judge_new_node(assessment);
  assessment.key_image = key_image_of(assessment, result->stack, *result->mask);
  return result;
}
}  // namespace nadir::measure
