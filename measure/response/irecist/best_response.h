#pragma once

#include <optional>

#include "measure/response/irecist/assess.h"

namespace nadir::measure::irecist
{
/// Best response by iRECIST (rule X6) with its time point.
struct ImmuneBestResponse
{
  ImmuneCategory category = ImmuneCategory::NotEvaluable;
  std::optional<std::size_t> timepoint;              ///< earliest that gives it
  std::optional<std::size_t> confirmed_progression;  ///< time point of the iUPD that was confirmed: the date of progression
};

/// Best of iCR > iPR > iSD > NON-iCR/NON-iUPD before iCPD; else iCPD; else iUPD; else NE (rule X6). Time points before the first
/// iCPD count, also after an iUPD whose bar was reset.
ImmuneBestResponse best_response(const ImmuneResponse& response);
}  // namespace nadir::measure::irecist
