#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/document/cohort_course.h"
#include "report/document/cohort_document.h"
#include "tests/report/support/example_assessment.h"

using namespace nadir;
using measure::Category;
using report::cohort_document;
using report::course_of;
using ::testing::DoubleNear;
using ::testing::HasSubstr;

namespace
{
measure::TimepointAssessment visit(const std::string& date, double sum, const std::string& call)
{
  measure::TimepointAssessment timepoint;
  timepoint.label = TimepointLabel{date};
  timepoint.date = date;
  timepoint.response.overall_response = call;
  timepoint.response.sum_of_diameters = Millimeters{sum};
  if (call != "baseline") timepoint.response.change_from_baseline_percent = sum - 100.0;
  return timepoint;
}

measure::Assessment patient(const std::string& name, const std::vector<std::pair<double, std::string>>& visits)
{
  measure::Assessment assessment;
  assessment.patient = name;
  assessment.timepoints = {visit("2024-01-01", 100.0, "baseline")};
  int month = 3;
  for (const auto& [sum, call] : visits) assessment.timepoints.push_back(visit("2024-0" + std::to_string(month++) + "-01", sum, call));
  return assessment;
}
}  // namespace

// RECIST 1.1 section 4.4: the best overall response is the best one recorded from the start of the treatment until progression.
TEST(CohortCourse, TakesTheBestUpToTheFirstProgression)
{
  const auto course = course_of(patient("A", {{80.0, "SD"}, {65.0, "PR"}, {90.0, "PD"}, {10.0, "PR"}}));
  EXPECT_EQ(course.best_category, Category::PartialResponse);
  EXPECT_THAT(course.best_percent.value(), DoubleNear(-35.0, 1e-9));
  EXPECT_EQ(course.points[1].day, 60.0);  // 1 January to 1 March of a leap year
}

TEST(CohortCourse, HasNoBestWithoutAFollowUp)
{
  const auto course = course_of(patient("A", {}));
  EXPECT_FALSE(course.best_category);
  EXPECT_FALSE(course.best_percent);
}

TEST(CohortDocument, DrawsTheLargestGrowthFirst)
{
  const auto document =
      cohort_document({patient("Shrunk", {{50.0, "PR"}}), patient("Grown", {{130.0, "PD"}}), patient("Same", {{98.0, "SD"}})});
  ASSERT_TRUE(document);
  const std::string page = document->markup();
  EXPECT_THAT(page, HasSubstr("Grown +30 %; Same \u22122 %; Shrunk \u221250 %"));
  EXPECT_THAT(page, HasSubstr("bar-progression"));
}

TEST(CohortDocument, RefusesAPatientTwice)
{
  const auto document = cohort_document({patient("A", {}), patient("A", {})});
  ASSERT_FALSE(document);
  EXPECT_TRUE(document.failure().is(report::CohortError::PatientTwice));
}

TEST(CohortDocument, RefusesToMixProtocols)
{
  auto other = patient("B", {});
  other.limits.partial_response_decrease_percent = 50.0;
  EXPECT_FALSE(cohort_document({patient("A", {}), other}));
}

TEST(CohortDocument, ShowsACaseWithoutASumByName)
{
  auto unknown = patient("Unknown", {{80.0, "NE"}});
  unknown.timepoints[1].response.sum_of_diameters.reset();
  unknown.timepoints[1].response.change_from_baseline_percent.reset();
  const auto document = cohort_document({unknown, patient("A", {{80.0, "SD"}})});
  ASSERT_TRUE(document);
  EXPECT_THAT(document->markup(), HasSubstr("Unknown no change known"));
}
