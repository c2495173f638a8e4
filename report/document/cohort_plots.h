#pragma once

#include <vector>

#include "measure/lesion/response_limits.h"
#include "report/document/cohort_course.h"
#include "report/document/html.h"

namespace nadir::report
{
/// Best change of each patient's sum from baseline, the largest growth first. Bars are named, numbered and told apart by lightness and
/// by the category above or below them. Patients without a change stand at the end as a word.
Html waterfall_plot(const std::vector<CohortCourse>& courses, const measure::ResponseLimits& limits);

/// Change of each patient's sum from baseline over the days since.
Html spider_plot(const std::vector<CohortCourse>& courses, const measure::ResponseLimits& limits);

/// One bar a patient from the first to the last time point, with the call at each.
Html timeline_plot(const std::vector<CohortCourse>& courses);
}  // namespace nadir::report
