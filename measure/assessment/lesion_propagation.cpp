#include "measure/assessment/lesion_propagation.h"

#include "measure/assessment/assessment_error.h"
#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/measure_found_lesion.h"
#include "measure/assessment/narrow_end.h"
#include "measure/assessment/series_pairing.h"
#include "measure/assessment/split_lesion.h"
#include "measure/assessment/witness_series.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"

namespace nadir::measure
{
namespace
{
std::vector<segmentation::Mask> masks_on(const imaging::ImageStack& stack, const std::vector<MeasuredLesion>& lesions)
{
  std::vector<segmentation::Mask> masks;
  for (const auto& lesion : lesions)
    if (lesion.stack == &stack && lesion.mask) masks.push_back(*lesion.mask);
  return masks;
}

MeasuredLesion without_answer(const Lesion& lesion, const std::string& reason)
{
  MeasuredLesion result;
  result.assessment.lesion = lesion;
  result.assessment.state = "NOT_DONE";
  result.assessment.reason = reason;
  result.assessment.warnings.push_back("the reader marked nothing here, and the lesion could not be carried over: " + reason);
  return result;
}

/// Voxels alone would promise tenths of a millimetre; how far the found outline is off nobody has said.
void without_precision(LesionAssessment& assessment)
{
  assessment.volume_uncertainty.reset();
  assessment.diameter_uncertainty.reset();
}

/// What a reader can mark it on instead.
std::string without_twin(const imaging::ImageStack& stack, const TimepointImages& earlier, const TimepointImages& later)
{
  std::string common;
  for (const auto type : common_contrasts(earlier, later)) common += (common.empty() ? "" : ", ") + std::string(name_of(type));
  const std::string missing = std::string(name_of(stack.sequence.type)) + ", " + std::string(name_of(stack.certificate.plane));
  if (common.empty()) return "there is no measurable series like the one it was marked on (" + missing + "). Mark it here by hand.";
  return "there is no measurable series like the one it was marked on (" + missing + "). Both dates have: " + common +
         ". Mark it at baseline on one of these, or here by hand.";
}

/// With what speaks against taking its absence for certain.
MeasuredLesion gone(const Lesion& lesion, const segmentation::PropagatedLesion& found)
{
  MeasuredLesion result;
  result.assessment.lesion = lesion;
  result.assessment.state = "ABSENT";
  result.assessment.evidence.source = "propagation";
  result.assessment.reason = found.explanation;
  result.assessment.warnings.push_back("nobody marked the lesion here; the program found its tissue gone (" + found.explanation +
                                       "). A reader must confirm it.");
  append(result.assessment.warnings, found.warnings);
  return result;
}
}  // namespace

MeasuredLesion LesionPropagation::carried(const MeasuredLesion& lesion)
{
  NADIR_EXPECTS(lesion.mask && lesion.stack);
  auto result = found(lesion);
  return result ? std::move(*result) : without_answer(lesion.assessment.lesion, result.failure().message());
}

Result<MeasuredLesion> LesionPropagation::found(const MeasuredLesion& lesion)
{
  const auto* twin = twin_of(*lesion.stack, later_->images());
  if (!twin) return Failure{AssessmentError::MaskUnusable, without_twin(*lesion.stack, earlier_->images(), later_->images())};
  const auto transform = transform_to(*lesion.stack, *twin);
  if (!transform) return transform.failure();
  const auto before = earlier_->of(*lesion.stack), after = later_->of(*twin);
  if (!before) return before.failure();
  if (!after) return after.failure();
  const WitnessSeries witnesses({*lesion.stack, *twin}, *earlier_, *later_);
  const auto propagated = segmentation::propagate_lesion({**before, **after, weighting_of(lesion.stack->sequence.type)}, *lesion.mask,
                                                         *transform, witnesses.images());
  if (!propagated) return propagated.failure();
  if (propagated->fate == segmentation::LesionFate::Gone)
  {
    auto absent = gone(lesion.assessment.lesion, *propagated);
    append(absent.assessment.warnings, witnesses.warnings());
    return absent;
  }
  auto result = measure_found_lesion(lesion.assessment.lesion, propagated->mask, *twin, "propagation");
  if (!result) return result.failure();
  say_split(*result, lesion);
  result->assessment.warnings.push_back("nobody marked the lesion here; it was carried over from \"" + earlier_->images().label.text() +
                                        "\" (" + propagated->explanation + "). A reader must confirm its outline.");
  if (auto doubt = narrow_end_words(*result)) result->assessment.warnings.push_back(std::move(*doubt));
  append(result->assessment.warnings, propagated->warnings);
  append(result->assessment.warnings, witnesses.warnings());
  without_precision(result->assessment);
  return result;
}

Result<imaging::SavedTransform> LesionPropagation::transform_to(const imaging::ImageStack& stack, const imaging::ImageStack& twin)
{
  if (const auto kept = transforms_.find(&stack); kept != transforms_.end()) return kept->second;
  const auto before = earlier_->of(stack), after = later_->of(twin);
  if (!before) return before.failure();
  if (!after) return after.failure();
  return transforms_.emplace(&stack, segmentation::register_dates(**before, **after, masks_on(stack, *lesions_))).first->second;
}
}  // namespace nadir::measure
