#include "measure/assessment/assessment_error.h"

namespace nadir::measure
{
std::string_view error_code(AssessmentError error)
{
  switch (error)
  {
  case AssessmentError::CaseUnreadable: return "assessment.case-unreadable";
  case AssessmentError::CaseInvalid: return "assessment.case-invalid";
  case AssessmentError::FolderUnusable: return "assessment.folder-unusable";
  case AssessmentError::IdentityQuestion: return "assessment.identity-question";
  case AssessmentError::OrderQuestion: return "assessment.order-question";
  case AssessmentError::ComparabilityQuestion: return "assessment.comparability-question";
  case AssessmentError::MaskUnusable: return "assessment.mask-unusable";
  }
  return "assessment.unknown";
}
}  // namespace nadir::measure
