#pragma once

#include <optional>
#include <string>

#include "imaging/result/identities.h"
#include "measure/assessment/case.h"

namespace nadir::session
{
/// What one object says of one lesion at one time point.
struct ImportedMark
{
  std::string name;                  ///< "T01"
  measure::LesionTracking tracking;  ///< as the object has it; its UID may be none
  TimepointLabel timepoint;
  measure::Prompt prompt;
  std::optional<measure::LesionRole> role;
  std::string organ;
  bool nodal = false;
};
}  // namespace nadir::session
