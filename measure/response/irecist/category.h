#pragma once

#include <string_view>

#include "measure/response/category.h"

namespace nadir::measure::irecist
{
/// Categories of iRECIST (rules X1 to X3).
enum class ImmuneCategory
{
  CompleteResponse,        ///< "iCR"
  PartialResponse,         ///< "iPR"
  StableDisease,           ///< "iSD"
  NonCrNonUpd,             ///< "NON-iCR/NON-iUPD"
  UnconfirmedProgression,  ///< "iUPD"
  ConfirmedProgression,    ///< "iCPD"
  NotEvaluable,            ///< "NE"
  NoEvidenceOfDisease,     ///< "NED"
  Baseline,                ///< "baseline"
};
std::string_view name_of(ImmuneCategory category);

/// The iRECIST word for a RECIST category; PD is unconfirmed until shown otherwise (X1).
ImmuneCategory immune_category_of(Category category);
}  // namespace nadir::measure::irecist
