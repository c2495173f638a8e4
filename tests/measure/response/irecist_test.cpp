#include "measure/response/irecist/assess.h"

#include <gmock/gmock.h>

#include "measure/response/irecist/best_response.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
std::vector<std::string> words(const PatientReadings& readings)
{
  std::vector<std::string> overall;
  for (const auto& at : irecist::assess(readings, {}).timepoints) overall.emplace_back(irecist::name_of(at.overall));
  overall.erase(overall.begin());
  return overall;
}
LesionReading seen(double length)
{
  auto reading = state(LesionState::Unequivocal);
  reading.longest_diameter = Millimeters{length};
  return reading;
}
LesionReading none() { return state(LesionState::None); }
LesionReading present() { return state(LesionState::Present); }
LesionReading grown() { return state(LesionState::UnequivocalProgression); }

/// One target of 100 mm at baseline and one new lesion; the follow-ups 35 days apart.
PatientReadings with_new_lesion(const std::vector<std::pair<double, LesionReading>>& visits)
{
  Patient patient({target("T1"), new_lesion("L1")});
  patient.at({mm(100), none()}, "2026-01-01");
  auto day = parse_calendar_day("2026-01-01").value();
  for (const auto& [length, reading] : visits)
  {
    day += std::chrono::days(35);
    patient.at({mm(length), reading}, format_calendar_day(day));
  }
  return patient.readings();
}
PatientReadings targets_on(const std::vector<std::pair<double, std::string>>& visits)
{
  Patient patient({target("T1")});
  for (const auto& [length, date] : visits) patient.at({mm(length)}, date);
  return patient.readings();
}
}  // namespace

TEST(Irecist, FirstProgressionIsUnconfirmedAndFiveMillimetersMoreConfirmIt)
{
  EXPECT_THAT(words(single_target({100, 125, 130})), ElementsAre("iUPD", "iCPD"));
  EXPECT_THAT(words(single_target({100, 125, 129.9})), ElementsAre("iUPD", "iUPD"));
}
TEST(Irecist, IncreasesAddUpFromTheFirstUnconfirmedProgression)
{
  EXPECT_THAT(words(single_target({100, 125, 129, 131})), ElementsAre("iUPD", "iUPD", "iCPD"));
}
TEST(Irecist, ShrinkageResetsTheBar)
{
  EXPECT_THAT(words(single_target({100, 125, 90})), ElementsAre("iUPD", "iSD"));
  EXPECT_THAT(words(single_target({100, 125, 50})), ElementsAre("iUPD", "iPR"));
  EXPECT_THAT(words(single_target({100, 125, 50, 62, 67})), ElementsAre("iUPD", "iPR", "iUPD", "iCPD"));
}
TEST(Irecist, AStableNewLesionDoesNotBlockALaterResponse)
{
  EXPECT_THAT(words(with_new_lesion({{125, seen(10)}, {50, seen(10)}})), ElementsAre("iUPD", "iPR"));
  EXPECT_THAT(words(with_new_lesion({{125, seen(10)}, {90, seen(10)}})), ElementsAre("iUPD", "iSD"));
}
TEST(Irecist, NothingChangedIsStillUnconfirmed)
{
  EXPECT_THAT(words(with_new_lesion({{50, none()}, {50, seen(10)}, {50, seen(10)}})), ElementsAre("iPR", "iUPD", "iUPD"));
}
TEST(Irecist, NewLesionsConfirmWithFiveMillimeters)
{
  EXPECT_THAT(words(with_new_lesion({{100, seen(12.2)}, {100, seen(17.2)}})), ElementsAre("iUPD", "iCPD"));
  EXPECT_THAT(words(with_new_lesion({{100, seen(12.2)}, {100, seen(17.1)}})), ElementsAre("iUPD", "iUPD"));
}
TEST(Irecist, AnyIncreaseOfANewLesionTooSmallToBeATargetConfirms)
{
  EXPECT_THAT(words(with_new_lesion({{100, seen(9.9)}, {100, seen(10.0)}})), ElementsAre("iUPD", "iCPD"));
}
TEST(Irecist, AReaderMayStateTheIncrease)
{
  auto larger = state(LesionState::Unequivocal);
  larger.further_increase = FurtherIncrease::Yes;
  EXPECT_THAT(words(with_new_lesion({{100, state(LesionState::Unequivocal)}, {100, larger}})), ElementsAre("iUPD", "iCPD"));
}
TEST(Irecist, AFurtherNewLesionConfirms)
{
  const auto readings = Patient({target("T1"), new_lesion("L1"), new_lesion("L2")})
                            .at({mm(100), none(), none()})
                            .at({mm(100), seen(10), none()})
                            .at({mm(100), seen(10), seen(6)})
                            .readings();
  EXPECT_THAT(words(readings), ElementsAre("iUPD", "iCPD"));
}
TEST(Irecist, AnotherKindOfProgressionConfirms)
{
  const auto readings =
      Patient({target("T1"), non_target("NT1")}).at({mm(100), present()}).at({mm(125), present()}).at({mm(125), grown()}).readings();
  EXPECT_THAT(words(readings), ElementsAre("iUPD", "iCPD"));
}
TEST(Irecist, NonTargetProgressionIsConfirmedByAnyFurtherIncrease)
{
  auto further = grown();
  further.further_increase = FurtherIncrease::Yes;
  const auto course = [&](const LesionReading& last)
  {
    return words(Patient({target("T1"), non_target("NT1")}).at({mm(100), present()}).at({mm(100), grown()}).at({mm(100), last}).readings());
  };
  EXPECT_THAT(course(further), ElementsAre("iUPD", "iCPD"));
  EXPECT_THAT(course(grown()), ElementsAre("iUPD", "iUPD"));
  EXPECT_THAT(course(present()), ElementsAre("iUPD", "iSD"));
}
TEST(Irecist, AnyReappearanceAfterCompleteResponseIsUnconfirmedProgression)
{
  EXPECT_THAT(words(single_target({10, 0, 4})), ElementsAre("iCR", "iUPD"));
}
TEST(Irecist, CompleteResponseNeedsTheNewLesionsGone)
{
  EXPECT_THAT(words(with_new_lesion({{125, seen(12)}, {0, seen(12)}, {0, none()}})), ElementsAre("iUPD", "iPR", "iCR"));
}
TEST(Irecist, TwentyEightDaysAreNeededToConfirm)
{
  const auto readings = targets_on({{100, "2026-01-01"}, {125, "2026-02-01"}, {130, "2026-02-28"}, {130, "2026-03-01"}});
  EXPECT_THAT(words(readings), ElementsAre("iUPD", "iUPD", "iCPD"));
  EXPECT_FALSE(irecist::assess(readings, {}).timepoints[2].counts);
}
TEST(Irecist, AnEarlyVisitDoesNotLowerTheNadir)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(100), none()}, "2026-01-01")
                            .at({mm(100), seen(10)}, "2026-02-01")
                            .at({mm(50), seen(10)}, "2026-02-15")
                            .at({mm(60), seen(10)}, "2026-03-08")
                            .readings();
  const auto response = irecist::assess(readings, {});
  EXPECT_EQ(response.timepoints[3].overall, irecist::ImmuneCategory::PartialResponse);
  EXPECT_EQ(response.timepoints[3].nadir, from_millimeters(100));
}
TEST(Irecist, AMissedNewLesionIsNotEvaluableAndDoesNotLowerTheNadir)
{
  const auto readings = with_new_lesion({{100, seen(10)}, {50, state(LesionState::NotDone)}, {61, seen(10)}});
  EXPECT_THAT(words(readings), ElementsAre("iUPD", "NE", "iPR"));
}
TEST(Irecist, EverythingAfterConfirmedProgressionIsConfirmedProgression)
{
  EXPECT_THAT(words(single_target({100, 50, 70, 75, 0})), ElementsAre("iPR", "iUPD", "iCPD", "iCPD"));
}
TEST(Irecist, NonTargetDiseaseAloneKeepsItsWord)
{
  const auto readings = Patient({non_target("NT1")}).at({present()}).at({present()}).at({grown()}).at({present()}).readings();
  EXPECT_THAT(words(readings), ElementsAre("NON-iCR/NON-iUPD", "iUPD", "NON-iCR/NON-iUPD"));
}
// Rows of table 3 of Seymour et al. 2017, as sequences of words.
TEST(IrecistBestResponse, FollowsTheScenariosOfTheGuideline)
{
  using enum irecist::ImmuneCategory;
  const auto best = [](const std::vector<irecist::ImmuneCategory>& sequence)
  {
    irecist::ImmuneResponse response;
    response.timepoints.resize(1);
    response.timepoints[0].overall = Baseline;
    for (const auto category : sequence) response.timepoints.emplace_back().overall = category;
    return irecist::best_response(response).category;
  };
  EXPECT_EQ(best({CompleteResponse, PartialResponse, UnconfirmedProgression, NotEvaluable, ConfirmedProgression}), CompleteResponse);
  EXPECT_EQ(best({UnconfirmedProgression, StableDisease, CompleteResponse, UnconfirmedProgression}), CompleteResponse);
  EXPECT_EQ(best({UnconfirmedProgression, PartialResponse, StableDisease, UnconfirmedProgression, ConfirmedProgression}), PartialResponse);
  EXPECT_EQ(best({UnconfirmedProgression, NotEvaluable, PartialResponse, StableDisease}), PartialResponse);
  EXPECT_EQ(best({UnconfirmedProgression, StableDisease, UnconfirmedProgression, NotEvaluable, ConfirmedProgression}), StableDisease);
  EXPECT_EQ(best({UnconfirmedProgression, ConfirmedProgression, CompleteResponse, PartialResponse}), ConfirmedProgression);
  EXPECT_EQ(best({UnconfirmedProgression, UnconfirmedProgression, ConfirmedProgression, StableDisease}), ConfirmedProgression);
  EXPECT_EQ(best({UnconfirmedProgression, NotEvaluable, NotEvaluable}), UnconfirmedProgression);
}
TEST(IrecistBestResponse, IsTheBestBeforeConfirmedProgression)
{
  const auto best = irecist::best_response(irecist::assess(single_target({100, 50, 70, 75, 0}), {}));
  EXPECT_EQ(best.category, irecist::ImmuneCategory::PartialResponse);
  EXPECT_EQ(best.timepoint, 1U);
  EXPECT_EQ(best.confirmed_progression, 2U);
}
TEST(IrecistBestResponse, CountsResponsesAfterAResetBar)
{
  EXPECT_EQ(irecist::best_response(irecist::assess(single_target({100, 125, 50}), {})).category, irecist::ImmuneCategory::PartialResponse);
}
TEST(IrecistBestResponse, OfUnconfirmedProgressionAndNothingElseIsUnconfirmed)
{
  const auto readings = Patient({target("T1")}).at({mm(100)}).at({mm(125)}).at({state(LesionState::NotDone)}).readings();
  EXPECT_EQ(irecist::best_response(irecist::assess(readings, {})).category, irecist::ImmuneCategory::UnconfirmedProgression);
}
