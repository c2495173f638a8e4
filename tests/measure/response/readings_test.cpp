#include "measure/response/readings.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "measure/response/recist_1_1/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{
void expect_refused(const Patient& patient, ResponseError error)
{
  const auto result = patient.result();
  ASSERT_FALSE(result.has_value()) << error_code(error);
  EXPECT_EQ(result.failure().code(), error_code(error)) << result.failure().message();
}
std::vector<std::string> doubts(const Patient& patient) { return recist_1_1::assess(patient.readings(), {}).warnings; }
}  // namespace

TEST(Readings, NeedABaseline)
{
  expect_refused(Patient({target("T1")}), ResponseError::NoBaseline);
  TimepointReading later;
  later.sequence = 1;
  EXPECT_TRUE(PatientReadings::make({}, {later}).failure().is(ResponseError::NoBaseline));
}
TEST(Readings, NeedEveryTimePointOnce)
{
  EXPECT_TRUE(PatientReadings::make({}, {TimepointReading{}, TimepointReading{}}).failure().is(ResponseError::RepeatedTimepoint));
}
TEST(Readings, NeedEveryLesionOnceAndNamed)
{
  expect_refused(Patient({target("T1"), target("T1")}).at({mm(1), mm(1)}), ResponseError::RepeatedLesion);
  expect_refused(Patient({target("")}).at({mm(1)}), ResponseError::RepeatedLesion);
}
TEST(Readings, NeedOneReadingPerLesion) { expect_refused(Patient({target("T1")}).at({}), ResponseError::WrongCount); }
TEST(Readings, NeedTheWordsOfTheRole)
{
  expect_refused(Patient({target("T1")}).at({state(LesionState::Present)}), ResponseError::StateNotAllowed);
  expect_refused(Patient({non_target("N1")}).at({mm(10)}), ResponseError::StateNotAllowed);
  expect_refused(Patient({new_lesion("L1")}).at({state(LesionState::TooSmall)}), ResponseError::StateNotAllowed);
}
TEST(Readings, NeedPossibleLengths)
{
  for (const double length : {-0.1, 3000.1, std::nan(""), std::numeric_limits<double>::infinity()})
    expect_refused(Patient({target("T1")}).at({mm(length)}), ResponseError::LengthInvalid);
  auto huge = mm(10);
  huge.volume = Milliliters{1e9};
  expect_refused(Patient({target("T1")}).at({huge}), ResponseError::LengthInvalid);
}
TEST(Readings, NeedTheLengthThatCounts)
{
  expect_refused(Patient({target("T1")}).at({state(LesionState::Measured)}), ResponseError::LengthMissing);
  expect_refused(Patient({target("T1")}).at({short_axis_mm(10)}), ResponseError::LengthMissing);
  expect_refused(Patient({target("T1")}).at({state(LesionState::Split)}), ResponseError::LengthMissing);
}
TEST(Readings, RefuseALengthBesideAbsent)
{
  auto reading = mm(12);
  reading.state = LesionState::Absent;
  expect_refused(Patient({target("T1")}).at({reading}), ResponseError::LengthUnexpected);
}
TEST(Readings, RefuseMergersThatLeadNowhere)
{
  const auto merged_into = [](const std::string& id)
  {
    auto reading = state(LesionState::MergedInto);
    reading.merged_into = LesionId(id);
    return reading;
  };
  expect_refused(Patient({target("T1")}).at({merged_into("T9")}), ResponseError::MergedIntoNothing);
  expect_refused(Patient({target("T1")}).at({merged_into("T1")}), ResponseError::MergedIntoNothing);
  expect_refused(Patient({target("T1"), target("T2")}).at({merged_into("T2"), merged_into("T1")}), ResponseError::MergedIntoNothing);
  expect_refused(Patient({target("T1"), non_target("N1")}).at({merged_into("N1"), state(LesionState::Present)}),
                 ResponseError::MergedIntoNothing);
}
TEST(Readings, TakeTheOnlyLengthOfANodeForItsShortAxisAndSaySo)
{
  const auto readings = Patient({node("N1")}).at({mm(18)}).readings();
  EXPECT_EQ(readings.counted_length(0, 0, ReportedLength::from_micrometers(100)), from_millimeters(18));
  EXPECT_THAT(readings.warnings(), ElementsAre(HasSubstr("short axis")));
}
TEST(Readings, CountTheShortAxisOfANodeThatHasBoth)
{
  auto reading = mm(25);
  reading.short_axis = Millimeters{14};
  const auto readings = Patient({node("N1")}).at({reading}).readings();
  EXPECT_EQ(readings.counted_length(0, 0, ReportedLength::from_micrometers(100)), from_millimeters(14));
  EXPECT_THAT(readings.warnings(), IsEmpty());
}

TEST(Words, OfStatesAndCategoriesReadBack)
{
  for (const auto state : {LesionState::Measured, LesionState::TooSmall, LesionState::UnequivocalProgression, LesionState::None})
    EXPECT_EQ(parse_lesion_state(name_of(state)), state);
  for (const auto category : {Category::CompleteResponse, Category::NonCrNonPd, Category::Baseline})
    EXPECT_EQ(parse_category(name_of(category)), category);
  EXPECT_EQ(parse_lesion_state("too small"), LesionState::TooSmall);
  EXPECT_EQ(parse_lesion_state(""), LesionState::NotDone);
  EXPECT_FALSE(parse_lesion_state("SHRUNK"));
  EXPECT_FALSE(parse_category("XX"));
  EXPECT_EQ(parse_modality("mr"), Modality::Mri);
  EXPECT_EQ(parse_modality("PET"), Modality::Other);
}
TEST(Words, OfDaysAreRealDays)
{
  EXPECT_EQ(format_calendar_day(parse_calendar_day("2024-02-29").value()), "2024-02-29");
  for (const auto* text : {"2023-02-29", "2024-13-01", "2024-1-01", "2024-01-1x", "", "2024/01/01", "+024-01-01"})
    EXPECT_FALSE(parse_calendar_day(text)) << text;
  EXPECT_EQ(days_between(*parse_calendar_day("2024-02-01"), *parse_calendar_day("2024-03-01")), 29);
}

TEST(Doubts, AreNoneForAPlainPatient)
{
  EXPECT_THAT(doubts(Patient({target("T1")}).at({mm(50)}, "2024-01-01").at({mm(40)}, "2024-03-01")), IsEmpty());
}
TEST(Doubts, NameDatesThatRunBackwards)
{
  EXPECT_THAT(doubts(Patient({target("T1")}).at({mm(50)}, "2024-03-01").at({mm(40)}, "2024-01-01")),
              ElementsAre(HasSubstr("earlier date")));
}
TEST(Doubts, NameABaselineWithoutALength)
{
  EXPECT_THAT(doubts(Patient({target("T1")}).at({state(LesionState::NotDone)}).at({mm(40)})), ElementsAre(HasSubstr("at baseline")));
}
TEST(Doubts, NameANewLesionAtBaseline)
{
  EXPECT_THAT(doubts(Patient({target("T1"), new_lesion("L1")}).at({mm(50), state(LesionState::Unequivocal)})),
              ElementsAre(HasSubstr("not new")));
}
TEST(Doubts, AskForTheReasonOfUnequivocalProgression)
{
  auto grown = state(LesionState::UnequivocalProgression);
  const auto with = [&](const LesionReading& reading) {
    return doubts(Patient({target("T1"), non_target("N1")}).at({mm(50), state(LesionState::Present)}).at({mm(50), reading}));
  };
  EXPECT_THAT(with(grown), ElementsAre(HasSubstr("without a reason")));
  grown.reason = "large effusion";
  EXPECT_THAT(with(grown), IsEmpty());
}
TEST(Doubts, NameASmallNewNodeThatAloneMakesProgression)
{
  auto new_node = new_lesion("L1");
  new_node.lesion.nodal = true;
  auto seen = state(LesionState::Unequivocal);
  seen.short_axis = Millimeters{11};
  const auto with = [&](double length) {
    return doubts(Patient({target("T1"), new_node}).at({mm(50), state(LesionState::None)}).at({mm(length), seen}));
  };
  EXPECT_THAT(with(50), ElementsAre(HasSubstr("NL6")));
  EXPECT_THAT(with(90), IsEmpty());
}
TEST(Doubts, AskWhetherACompleteResponseWasTrue)
{
  EXPECT_THAT(doubts(Patient({target("T1")}).at({mm(50)}).at({state(LesionState::Absent)}).at({mm(4)})), ElementsAre(HasSubstr("true?")));
}

// Section 4.3.5: disease that was not there at baseline and is found later is a new lesion, whatever it is called.
TEST(Doubts, AskAboutANonTargetThatAppearsAfterBaseline)
{
  const auto asked = [](LesionState at_baseline)
  {
    return doubts(Patient({target("T1"), non_target("N1")})
                      .at({mm(50), state(at_baseline)})
                      .at({mm(30), state(LesionState::Present)})
                      .at({mm(30), state(LesionState::Present)}));
  };
  EXPECT_THAT(asked(LesionState::NotDone), ElementsAre(HasSubstr("Make it NEW")));
  EXPECT_THAT(asked(LesionState::Absent), ElementsAre(HasSubstr("Make it NEW")));
  EXPECT_THAT(asked(LesionState::Present), IsEmpty());
}

// Rule T4: a merge is not disappearance. Later the whole mass may go.
TEST(Doubts, AskAboutATargetMergedIntoOneThatIsGone)
{
  auto merged = state(LesionState::MergedInto);
  merged.merged_into = LesionId("T2");
  const std::vector<ReadLesion> two{target("T1"), target("T2")};
  EXPECT_THAT(doubts(Patient(two).at({mm(50), mm(30)}).at({merged, state(LesionState::Absent)})),
              ElementsAre(HasSubstr("not disappearance")));
  EXPECT_THAT(doubts(Patient(two).at({mm(50), mm(30)}).at({merged, mm(70)}).at({merged, state(LesionState::Absent)})), IsEmpty());
}
