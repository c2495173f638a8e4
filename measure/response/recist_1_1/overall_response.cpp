#include "measure/response/recist_1_1/overall_response.h"

namespace nadir::measure::recist_1_1
{
namespace
{
OverallCall with_targets(Category target, Category non_target)
{
  const bool only_targets_gone = non_target == Category::NonCrNonPd || non_target == Category::NotEvaluable;
  if (target == Category::CompleteResponse && only_targets_gone) return {Category::PartialResponse, "O2"};
  return {target, "O2"};
}

OverallCall without_targets(Category non_target)
{
  if (non_target == Category::NotApplicable) return {Category::NoEvidenceOfDisease, "B15"};
  return {non_target, "O3"};
}
}  // namespace

OverallCall overall_response(Category target, Category non_target, LesionState new_lesion)
{
  constexpr auto progression = Category::ProgressiveDisease;
  if (new_lesion == LesionState::Unequivocal || target == progression || non_target == progression) return {progression, "O1"};
  return target == Category::NotApplicable ? without_targets(non_target) : with_targets(target, non_target);
}
}  // namespace nadir::measure::recist_1_1
