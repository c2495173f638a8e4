#pragma once

#include <string>
#include <vector>

#include "measure/lesion/comparability.h"

namespace nadir::cli
{
/// Reports as JSON ("schema": "nadir.compare/1"). Lengths mm; keys as in assessment.json.
std::string comparability_json(const std::vector<measure::ComparabilityReport>& reports);

/// The same as text for people.
std::string comparability_text(const std::vector<measure::ComparabilityReport>& reports);
}  // namespace nadir::cli
