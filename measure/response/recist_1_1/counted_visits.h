#pragma once

#include <vector>

#include "measure/response/recist_1_1/best_response.h"

namespace nadir::measure::recist_1_1
{
/// The visits that count for best response and durations (rules R1, R8): up to and including the first PD, none after
/// `last_counted_day`. After a CR a visit with disease (PR, SD, NON-CR/NON-PD) is PD itself (protocol switch Q9/Q11).
std::vector<ResponseVisit> counted_visits(const ResponseCourse& course, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
