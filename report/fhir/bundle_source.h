#pragma once

#include <map>
#include <string>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report::fhir
{
/// What a bundle is made of. `assessment` lives longer than this.
struct BundleSource
{
  const measure::Assessment* assessment = nullptr;
  std::string created;            ///< moment that the bundle states as its own, "2024-01-31T12:00:00"
  std::string assessment_sha256;  ///< of assessment.json: ids of the resources follow from it
  std::map<LesionId, std::string> tracking_uids{};
  std::vector<std::string> study_uids{};  ///< one a time point, "" = not known; may be shorter
  std::string status = "preliminary";     ///< of results and reports: "final" when somebody signed, "amended" when after a correction
};
}  // namespace nadir::report::fhir
