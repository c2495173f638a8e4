#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measure/response/calendar_day.h"
#include "measure/response/category.h"
#include "measure/response/protocol.h"

namespace nadir::measure
{
/// A category with the day it was seen.
struct Visit
{
  std::optional<CalendarDay> date;
  Category category = Category::NotEvaluable;
};

/// The first visit that confirms the response seen at visit `first`; none when it is never confirmed. Rules R3 and R7:
/// - a CR is confirmed by a CR at least `minimum_days` later with only CR or NE between;
/// - a PR is confirmed by a PR or CR at least `minimum_days` later with only PR, CR, NE and (if the protocol accepts it) one SD
///   between, and no PR after a CR;
/// - at most `maximum_not_evaluable_between` NE between;
/// - a visit without a date neither confirms nor is confirmed.
/// Source: Eisenhauer et al. 2009, section 4.6.1 and table 3.
std::optional<std::size_t> confirming_visit(const std::vector<Visit>& visits, std::size_t first, const ConfirmationRules& rules);
}  // namespace nadir::measure
