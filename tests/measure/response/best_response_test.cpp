#include "measure/response/recist_1_1/best_response.h"

#include <gtest/gtest.h>

#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/durations.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using recist_1_1::ResponseCourse;
using recist_1_1::ResponseVisit;

namespace
{
const auto start = parse_calendar_day("2020-01-01").value();

struct DayAndCategory
{
  int day;
  const char* category;
};

ResponseCourse course(const std::vector<DayAndCategory>& visits)
{
  ResponseCourse made;
  made.start = start;
  for (const auto& [day, word] : visits)
    made.visits.push_back({start + std::chrono::days(day), *parse_category(word), *parse_category(word)});
  return made;
}
std::string unconfirmed(const std::vector<DayAndCategory>& visits, const Protocol& protocol = {})
{
  return std::string(name_of(recist_1_1::best_response(course(visits), protocol).unconfirmed.category));
}
std::string confirmed(const std::vector<DayAndCategory>& visits, const Protocol& protocol = {})
{
  return std::string(name_of(recist_1_1::best_response(course(visits), protocol).confirmed.category));
}
}  // namespace

TEST(Confirmation, TwentyEightDaysCountAndTwentySevenDoNot)
{
  EXPECT_EQ(confirmed({{42, "PR"}, {70, "PR"}}), "PR");
  EXPECT_EQ(confirmed({{42, "PR"}, {69, "PR"}}), "SD");
}
TEST(Confirmation, MayComeAtALaterVisitThanTheNext) { EXPECT_EQ(confirmed({{42, "CR"}, {60, "CR"}, {70, "CR"}}), "CR"); }
TEST(Confirmation, AcceptsOneNotEvaluableVisitBetween)
{
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "NE"}, {90, "PR"}}), "PR");
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "NE"}, {75, "NE"}, {90, "PR"}}), "SD");
  Protocol two;
  two.confirmation.maximum_not_evaluable_between = 2;
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "NE"}, {75, "NE"}, {90, "PR"}}, two), "PR");
}
TEST(Confirmation, AcceptsOneStableVisitBetweenPartialResponsesUnlessTheProtocolForbidsIt)
{
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "SD"}, {90, "PR"}}), "PR");
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "SD"}, {75, "SD"}, {90, "PR"}}), "SD");
  Protocol strict;
  strict.confirmation.stable_between_partial_confirms = false;
  EXPECT_EQ(confirmed({{42, "PR"}, {60, "SD"}, {90, "PR"}}, strict), "SD");
}
TEST(Confirmation, OfAPartialResponseByACompleteOneIsPartial) { EXPECT_EQ(confirmed({{42, "PR"}, {80, "CR"}}), "PR"); }
TEST(Confirmation, OfACompleteResponseNeedsACompleteOne) { EXPECT_EQ(confirmed({{42, "CR"}, {80, "PR"}}), "SD"); }
TEST(Confirmation, APartialThenTwoCompleteResponsesIsComplete) { EXPECT_EQ(confirmed({{42, "PR"}, {80, "CR"}, {120, "CR"}}), "CR"); }
TEST(Confirmation, AKeptPartialResponseDoesNotConfirm)
{
  auto kept = course({{42, "PR"}, {80, "PR"}});
  kept.visits[1].raw = Category::StableDisease;
  EXPECT_EQ(recist_1_1::best_response(kept, {}).confirmed.category, Category::StableDisease);
}
TEST(Confirmation, WithoutDatesIsNotConfirmed)
{
  auto undated = course({{42, "PR"}, {80, "PR"}});
  undated.visits[1].date.reset();
  EXPECT_EQ(recist_1_1::best_response(undated, {}).confirmed.category, Category::StableDisease);
}

TEST(BestResponse, FortyTwoDaysOfStableDiseaseCountAndFortyOneDoNot)
{
  EXPECT_EQ(unconfirmed({{42, "SD"}}), "SD");
  EXPECT_EQ(unconfirmed({{41, "SD"}}), "NE");
  EXPECT_EQ(unconfirmed({{41, "SD"}, {50, "PD"}}), "PD");
  EXPECT_EQ(unconfirmed({{42, "SD"}, {50, "PD"}}), "SD");
}
TEST(BestResponse, NothingAfterProgressionCounts) { EXPECT_EQ(unconfirmed({{50, "PD"}, {90, "CR"}}), "PD"); }
TEST(BestResponse, DiseaseAfterCompleteResponseIsProgression)
{
  EXPECT_EQ(unconfirmed({{50, "CR"}, {90, "SD"}, {120, "CR"}}), "CR");
  EXPECT_EQ(confirmed({{20, "CR"}, {90, "SD"}, {120, "CR"}, {200, "CR"}}), "PD");
}
TEST(BestResponse, NothingAfterAnotherTherapyBeganCounts)
{
  auto other_therapy = course({{50, "SD"}, {90, "PR"}});
  other_therapy.last_counted_day = start + std::chrono::days(89);
  EXPECT_EQ(recist_1_1::best_response(other_therapy, {}).unconfirmed.category, Category::StableDisease);
}
TEST(BestResponse, WithoutFollowUpIsNotEvaluableWithItsReason)
{
  const auto best = recist_1_1::best_response(course({}), {}).unconfirmed;
  EXPECT_EQ(best.category, Category::NotEvaluable);
  EXPECT_EQ(best.finding.rule, "R9");
  EXPECT_EQ(best.finding.explanation, "there is no assessment after baseline that counts");
}
TEST(BestResponse, WithoutDatesCannotShowThatDiseaseWasStableAndSaysSo)
{
  auto undated = course({{60, "SD"}});
  undated.start.reset();
  const auto best = recist_1_1::best_response(undated, {}).unconfirmed;
  EXPECT_EQ(best.category, Category::NotEvaluable);
  EXPECT_NE(best.finding.explanation.find("without the dates"), std::string::npos);
}
TEST(BestResponse, OfNonTargetDiseaseKeepsItsWord)
{
  EXPECT_EQ(unconfirmed({{60, "NON-CR/NON-PD"}, {90, "PD"}}), "NON-CR/NON-PD");
  auto unconfirmed_complete = course({{60, "CR"}});
  unconfirmed_complete.disease = recist_1_1::DiseaseAtBaseline::NonTargetsOnly;
  EXPECT_EQ(recist_1_1::best_response(unconfirmed_complete, {}).confirmed.category, Category::NonCrNonPd);
}
TEST(BestResponse, TakesTheEarliestOfEqualVisits)
{
  EXPECT_EQ(recist_1_1::best_response(course({{50, "PR"}, {90, "PR"}}), {}).unconfirmed.date, start + std::chrono::days(50));
}

TEST(Durations, RunFromTheFirstResponseToProgression)
{
  const auto visits = course({{50, "PR"}, {90, "CR"}, {130, "CR"}, {200, "PD"}});
  const auto found = recist_1_1::durations(visits, recist_1_1::best_response(visits, {}).confirmed, {});
  EXPECT_EQ(found.response->days, 150);
  EXPECT_EQ(found.complete_response->days, 110);
  EXPECT_EQ(found.response->end, recist_1_1::Duration::End::Progression);
  EXPECT_FALSE(found.stable_disease);
}
TEST(Durations, OfStableDiseaseRunFromTheStart)
{
  const auto visits = course({{50, "SD"}, {90, "SD"}, {100, "NE"}});
  const auto found = recist_1_1::durations(visits, recist_1_1::best_response(visits, {}).unconfirmed, {});
  EXPECT_EQ(found.stable_disease->days, 90);
  EXPECT_EQ(found.stable_disease->end, recist_1_1::Duration::End::LastAssessment);
}
TEST(Durations, OfNothingEvaluableAreNone)
{
  const auto visits = course({{50, "NE"}, {90, "NE"}});
  const auto found = recist_1_1::durations(visits, recist_1_1::best_response(visits, {}).unconfirmed, {});
  EXPECT_FALSE(found.response || found.stable_disease || found.progression);
}
TEST(Durations, OfAConfirmedResponseBeginWithTheConfirmedVisit)
{
  const auto visits = course({{50, "PR"}, {60, "SD"}, {70, "SD"}, {120, "PR"}, {160, "PR"}, {200, "PD"}});
  EXPECT_EQ(recist_1_1::durations(visits, recist_1_1::best_response(visits, {}).confirmed, {}).response->days, 80);
  EXPECT_EQ(recist_1_1::durations(visits, recist_1_1::best_response(visits, {}).unconfirmed, {}).response->days, 150);
}

TEST(ResponseDate, OfProgressionIsTheEarliestExaminationThatShowsIt)
{
  using namespace nadir::measure::test;
  auto late = mm(90), seen = state(LesionState::Unequivocal), none = state(LesionState::None);
  late.examined = start + std::chrono::days(60);
  seen.examined = start + std::chrono::days(55);
  const auto dates = [&](const LesionReading& size, const LesionReading& found)
  {
    const auto readings =
        Patient({target("T1"), new_lesion("L1")}).at({mm(50), none}, "2020-01-01").at({size, found}, "2020-02-20").readings();
    return recist_1_1::assess(readings, {}).timepoints[1].response_date.value();
  };
  EXPECT_EQ(dates(late, seen), start + std::chrono::days(55));
  auto stable = mm(50);
  stable.examined = start + std::chrono::days(60);
  EXPECT_EQ(dates(stable, none), start + std::chrono::days(60));
}

TEST(BestResponse, SaysItsRuleClauseAndReason)
{
  const auto best = recist_1_1::best_response(course({{60, "PR"}, {90, "PR"}}), {});
  EXPECT_EQ(best.unconfirmed.finding.explanation, "PR was the best response seen");
  EXPECT_EQ(best.unconfirmed.finding.clause, "RECIST 1.1 section 4.4.3");
  EXPECT_EQ(best.confirmed.finding.explanation, "PR was confirmed by a later PR or CR");
  EXPECT_EQ(best.confirmed.finding.clause, "RECIST 1.1 sections 4.4.3 and 4.6.1, table 3");
  const auto stable = recist_1_1::best_response(course({{60, "SD"}}), {});
  EXPECT_EQ(stable.unconfirmed.finding.explanation, "disease without progression at 42 days or more after the start");
}
TEST(BestResponse, OfNothingEvaluableIsTheFirstVisit)
{
  EXPECT_EQ(recist_1_1::best_response(course({{20, "NE"}, {60, "NE"}}), {}).unconfirmed.date, start + std::chrono::days(20));
}
TEST(BestResponse, KnowsPatientsWithoutTargetsByTheirFirstFollowUp)
{
  using namespace nadir::measure::test;
  const auto present = state(LesionState::Present);
  const auto readings = Patient({non_target("N1")}).at({present}, "2020-01-01").at({present}, "2020-03-01").readings();
  EXPECT_EQ(recist_1_1::course_of(recist_1_1::assess(readings, {}), {}).disease, recist_1_1::DiseaseAtBaseline::NonTargetsOnly);
}

TEST(ResponseDate, OfTargetProgressionIsTheEarliestTargetExamination)
{
  using namespace nadir::measure::test;
  auto first = mm(90), second = mm(50), other = state(LesionState::Present);
  first.examined = start + std::chrono::days(60);
  second.examined = start + std::chrono::days(58);
  other.examined = start + std::chrono::days(40);
  const auto readings = Patient({target("T1"), target("T2"), non_target("N1")})
                            .at({mm(50), mm(50), state(LesionState::Present)}, "2020-01-01")
                            .at({first, second, other}, "2020-02-20")
                            .readings();
  EXPECT_EQ(recist_1_1::assess(readings, {}).timepoints[1].response_date, start + std::chrono::days(58));
}
TEST(ResponseDate, IgnoresLesionsThatWereNotExamined)
{
  using namespace nadir::measure::test;
  auto stable = mm(50), missing = state(LesionState::NotDone);
  stable.examined = start + std::chrono::days(40);
  const auto readings = Patient({target("T1"), non_target("N1")})
                            .at({mm(50), state(LesionState::Present)}, "2020-01-01")
                            .at({stable, missing}, "2020-02-20")
                            .readings();
  EXPECT_EQ(recist_1_1::assess(readings, {}).timepoints[1].response_date, start + std::chrono::days(40));
}
