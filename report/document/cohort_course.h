#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/assessment.h"
#include "measure/response/category.h"

namespace nadir::report
{
/// One time point of a patient in a cohort.
struct CoursePoint
{
  std::optional<double> day;      ///< since the first time point; absent when a date is unknown
  std::optional<double> percent;  ///< change of the sum from baseline; absent without a complete sum
  std::optional<measure::Category> category;
  std::string label;
};

/// A patient's course as cohort plots show it.
struct CohortCourse
{
  std::string patient;
  std::vector<CoursePoint> points;                 ///< the baseline first
  std::optional<double> best_percent;              ///< least change after baseline, up to the first PD
  std::optional<measure::Category> best_category;  ///< best overall response up to the first PD, not confirmed; absent without follow-up
};

CohortCourse course_of(const measure::Assessment& assessment);
}  // namespace nadir::report
