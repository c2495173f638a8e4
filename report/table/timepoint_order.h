#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// The labels of the time points of several assessments, each once, in an order that every assessment's own order agrees with; where that
/// leaves it open, the label that was met first comes first. None when the assessments have labels in contradictory orders, or one twice.
std::optional<std::vector<std::string>> timepoint_order(const std::vector<const measure::Assessment*>& assessments);
}  // namespace nadir::report
