// Clauses on courses of responses (R1 to R11) that only their own test reaches.
#include <gtest/gtest.h>

#include "measure/response/confirmation.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/best_response.h"
#include "measure/response/recist_1_1/durations.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using enum Category;

namespace
{
CalendarDay day(int number) { return CalendarDay{std::chrono::days(18'000 + number)}; }

recist_1_1::ResponseCourse course(const std::vector<std::pair<int, Category>>& visits)
{
  recist_1_1::ResponseCourse made;
  made.start = day(0);
  for (const auto& [number, category] : visits) made.visits.push_back({day(number), category, category});
  return made;
}
}  // namespace

TEST(CalendarDay, IsFourTwoAndTwoDigitsWithHyphens)
{
  EXPECT_EQ(format_calendar_day(parse_calendar_day("0045-01-02").value()), "0045-01-02");
  for (const auto* text : {"2024/01-31", "2024-01/31", "20a4-01-31", "2024-0a-31", "2024-01-3a", "2024-1-311", "2024-02-30", ""})
    EXPECT_FALSE(parse_calendar_day(text)) << text;
}

// R7: "no PR after CR": a PR is not confirmed by a PR that follows a CR; the CR itself came too early to confirm it (R3).
TEST(Confirmation, OfAPartialResponseNotByOneThatFollowsACompleteResponse)
{
  const std::vector<Visit> visits = {{day(0), PartialResponse}, {day(10), CompleteResponse}, {day(40), PartialResponse}};
  EXPECT_FALSE(confirming_visit(visits, 0, {}));
  EXPECT_EQ(confirming_visit({visits[0], visits[2]}, 0, {}), 1u);
}

// R4: 42 days by default; a protocol without a minimum takes SD at once, also without dates.
TEST(BestResponse, OfStableDiseaseNeedsNoTimeWhenTheProtocolAsksForNone)
{
  Protocol at_once;
  at_once.confirmation.minimum_stable_days = 0;
  recist_1_1::ResponseCourse undated;
  undated.visits = {{std::nullopt, StableDisease, StableDisease}};
  EXPECT_EQ(recist_1_1::best_response(undated, at_once).unconfirmed.category, StableDisease);
  EXPECT_EQ(recist_1_1::best_response(undated, {}).unconfirmed.category, NotEvaluable);
  at_once.confirmation.minimum_stable_days = 1;
  EXPECT_EQ(recist_1_1::best_response(undated, at_once).unconfirmed.category, NotEvaluable);
}

TEST(BestResponse, SaysThatDatesAreMissingOnlyWhenTheyAre)
{
  const auto without_date = [](std::optional<CalendarDay> start, std::optional<CalendarDay> visit)
  {
    recist_1_1::ResponseCourse made;
    made.start = start;
    made.visits = {{visit, StableDisease, StableDisease}};
    return recist_1_1::best_response(made, {}).unconfirmed.finding.explanation;
  };
  const auto early = without_date(day(0), day(41));
  const auto no_start = without_date(std::nullopt, day(60)), no_visit = without_date(day(0), std::nullopt);
  EXPECT_EQ(no_start, no_visit);
  EXPECT_NE(early, no_start);
}

// R4: the protocol's start of treatment, not the baseline examination, when it is given.
TEST(BestResponse, CountsFromTheStartThatTheProtocolNames)
{
  const auto readings = Patient({target("T1")}).at({mm(50)}, "2024-01-01").at({mm(48)}, "2024-02-20").at({mm(47)}, "2024-03-01").readings();
  Protocol protocol;
  const auto response = recist_1_1::assess(readings, protocol);
  EXPECT_EQ(recist_1_1::course_of(response, protocol).start, parse_calendar_day("2024-01-01"));
  EXPECT_EQ(recist_1_1::best_response(recist_1_1::course_of(response, protocol), protocol).unconfirmed.category, StableDisease);
  protocol.reference_date = parse_calendar_day("2024-01-25");
  const auto course = recist_1_1::course_of(response, protocol);
  EXPECT_EQ(course.start, protocol.reference_date);
  ASSERT_EQ(course.visits.size(), 2u);
  EXPECT_EQ(course.visits[0].date, parse_calendar_day("2024-02-20"));
  EXPECT_EQ(recist_1_1::best_response(course, protocol).unconfirmed.category, NotEvaluable);
}

TEST(BestResponse, OfABaselineAloneIsNotEvaluable)
{
  const auto course = recist_1_1::course_of(recist_1_1::assess(single_target({50}), {}), {});
  EXPECT_EQ(course.disease, recist_1_1::DiseaseAtBaseline::WithTargets);
  EXPECT_EQ(recist_1_1::best_response(course, {}).unconfirmed.category, NotEvaluable);
}

// R1: what comes after the last counted day does not count. R8: disease after CR is PD itself, unless the protocol says otherwise.
TEST(BestResponse, EndsWithTreatmentAndWithRecurrence)
{
  auto treated = course({{50, StableDisease}, {60, PartialResponse}});
  treated.last_counted_day = day(60);
  EXPECT_EQ(recist_1_1::best_response(treated, {}).unconfirmed.category, PartialResponse);
  treated.last_counted_day = day(59);
  EXPECT_EQ(recist_1_1::best_response(treated, {}).unconfirmed.category, StableDisease);
  const auto recurred = course({{10, CompleteResponse}, {50, StableDisease}, {90, CompleteResponse}});
  Protocol lenient;
  lenient.switches.reappearance_after_complete_response_is_progression = false;
  EXPECT_EQ(recist_1_1::best_response(recurred, {}).confirmed.category, ProgressiveDisease);
  EXPECT_EQ(recist_1_1::best_response(recurred, lenient).confirmed.category, StableDisease);
}

// R11: stable disease lasts from the start to progression, for NON-CR/NON-PD alike; without dates nothing lasts.
TEST(Durations, OfStableDiseaseEndWithProgressionOrTheLastAssessment)
{
  const auto stable_days = [](recist_1_1::ResponseCourse made)
  { return recist_1_1::durations(made, recist_1_1::best_response(made, {}).unconfirmed, {}).stable_disease; };
  EXPECT_EQ(stable_days(course({{50, StableDisease}, {80, ProgressiveDisease}}))->days, 80);
  auto non_targets = course({{50, NonCrNonPd}, {70, NotEvaluable}});
  non_targets.disease = recist_1_1::DiseaseAtBaseline::NonTargetsOnly;
  EXPECT_EQ(stable_days(non_targets)->days, 50);
  auto undated = course({{50, StableDisease}, {80, ProgressiveDisease}});
  undated.visits.back().date.reset();
  EXPECT_FALSE(stable_days(undated));
  undated = course({{50, StableDisease}});
  const auto best = recist_1_1::best_response(undated, {}).unconfirmed;
  undated.start.reset();
  EXPECT_FALSE(recist_1_1::durations(undated, best, {}).stable_disease);
  EXPECT_FALSE(recist_1_1::durations(course({}), best, {}).stable_disease);
}

TEST(Durations, OfAConfirmedResponseStartWithTheConfirmedVisit)
{
  const auto made = course({{10, CompleteResponse}, {20, CompleteResponse}, {60, CompleteResponse}, {90, StableDisease}});
  const auto best = recist_1_1::best_response(made, {}).confirmed;
  const auto spans = recist_1_1::durations(made, best, {});
  EXPECT_EQ(spans.first_response, day(10));
  EXPECT_EQ(spans.complete_response->days, 80);
  EXPECT_EQ(spans.complete_response->end, recist_1_1::Duration::End::Progression);
}

TEST(BestResponse, CountsAVisitWithoutADateWhateverTheLastDay)
{
  auto undated = course({{50, StableDisease}, {60, PartialResponse}});
  undated.last_counted_day = day(55);
  undated.visits[1].date.reset();
  EXPECT_EQ(recist_1_1::best_response(undated, {}).unconfirmed.category, PartialResponse);
}

TEST(Durations, OfAResponseThatTheCourseDoesNotHoldAreNone)
{
  const auto best = recist_1_1::best_response(course({{50, PartialResponse}}), {}).unconfirmed;
  EXPECT_FALSE(recist_1_1::durations(course({{50, StableDisease}}), best, {}).response);
}
