#include "report/document/cohort_course.h"

#include <algorithm>
#include <array>

#include "measure/response/calendar_day.h"

namespace nadir::report
{
namespace
{
using measure::Category;

std::optional<double> days_since(const std::string& first, const std::string& date)
{
  const auto from = measure::parse_calendar_day(first), to = measure::parse_calendar_day(date);
  return from && to ? std::optional<double>(measure::days_between(*from, *to)) : std::nullopt;
}

/// Best first. RECIST 1.1 table 3: the best response recorded from the start of treatment until progression.
std::size_t rank_of(Category category)
{
  constexpr std::array order{Category::CompleteResponse, Category::NoEvidenceOfDisease, Category::PartialResponse,
                             Category::StableDisease,    Category::NonCrNonPd,          Category::ProgressiveDisease};
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), category) - order.begin());
}

void take_best(CohortCourse& course)
{
  for (std::size_t t = 1; t < course.points.size(); ++t)
  {
    const auto& point = course.points[t];
    if (point.percent) course.best_percent = std::min(*point.percent, course.best_percent.value_or(*point.percent));
    if (point.category && (!course.best_category || rank_of(*point.category) < rank_of(*course.best_category)))
      course.best_category = point.category;
    if (point.category == Category::ProgressiveDisease) return;
  }
}
}  // namespace

CohortCourse course_of(const measure::Assessment& assessment)
{
  CohortCourse course{assessment.patient, {}, std::nullopt, std::nullopt};
  for (const auto& timepoint : assessment.timepoints)
  {
    const auto& response = timepoint.response;
    CoursePoint point{days_since(assessment.timepoints.front().date, timepoint.date), response.change_from_baseline_percent,
                      measure::parse_category(response.overall_response), timepoint.label.text()};
    if (course.points.empty() && response.sum_of_diameters) point.percent = 0.0;
    if (!response.sum_of_diameters) point.percent = std::nullopt;
    course.points.push_back(std::move(point));
  }
  take_best(course);
  return course;
}
}  // namespace nadir::report
