#include "measure/assessment/measure_drawn_lesion.h"

#include <cmath>

#include "measure/assessment/drawn_lesion.h"
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
  assessment.diameter_uncertainty =
      Millimeters{combined(value(assessment.diameter_uncertainty), standard_deviation(found.longest_diameter_mm))};
}

}  // namespace

Result<MeasuredLesion> measure_drawn_lesion(const Lesion& lesion, const DrawnPrompt& prompt, TimepointVolumes& volumes)
{
  const auto drawn = find_drawn_lesion(prompt, volumes);
  if (!drawn) return drawn.failure();
  if (drawn->found.mask.is_empty())
    return Failure{AssessmentError::MaskUnusable,
                   "no lesion was found from the marks. Draw its longest diameter, or write {\"absent\": true} if it is gone."};
  auto result = measure_found_lesion(lesion, drawn->found.mask, *drawn->site.stack, "segmentation");
  if (!result) return result.failure();
  auto& assessment = result->assessment;
  widen_by_doubt(assessment, drawn->found);
  if (prompt.longest) take_drawn_lengths(assessment, {*prompt.longest, prompt.short_axis}, drawn->site, "the lesion found from it");
  append(assessment.warnings, drawn->warnings);
  append(assessment.warnings, drawn->found.warnings);
  judge_new_node(assessment);
  return result;
}
}  // namespace nadir::measure
