#pragma once

#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// Places of the time points on an axis from 0 to 1. By date when all dates are known, rise, and no two lie so close together that
/// they could not be told apart; else at equal steps.
struct TimeAxis
{
  std::vector<double> places;
  bool is_by_date = false;
};

TimeAxis time_axis(const std::vector<measure::TimepointAssessment>& timepoints);
}  // namespace nadir::report
