#include "measure/response/irecist/category.h"

namespace nadir::measure::irecist
{
std::string_view name_of(ImmuneCategory category)
{
  switch (category)
  {
  case ImmuneCategory::CompleteResponse: return "iCR";
  case ImmuneCategory::PartialResponse: return "iPR";
  case ImmuneCategory::StableDisease: return "iSD";
  case ImmuneCategory::NonCrNonUpd: return "NON-iCR/NON-iUPD";
  case ImmuneCategory::UnconfirmedProgression: return "iUPD";
  case ImmuneCategory::ConfirmedProgression: return "iCPD";
  case ImmuneCategory::NotEvaluable: return "NE";
  case ImmuneCategory::NoEvidenceOfDisease: return "NED";
  case ImmuneCategory::Baseline: return "baseline";
  }
  return "";
}

ImmuneCategory immune_category_of(Category category)
{
  switch (category)
  {
  case Category::CompleteResponse: return ImmuneCategory::CompleteResponse;
  case Category::PartialResponse: return ImmuneCategory::PartialResponse;
  case Category::StableDisease: return ImmuneCategory::StableDisease;
  case Category::NonCrNonPd: return ImmuneCategory::NonCrNonUpd;
  case Category::ProgressiveDisease: return ImmuneCategory::UnconfirmedProgression;
  case Category::NoEvidenceOfDisease: return ImmuneCategory::NoEvidenceOfDisease;
  case Category::Baseline: return ImmuneCategory::Baseline;
  default: return ImmuneCategory::NotEvaluable;
  }
}
}  // namespace nadir::measure::irecist
