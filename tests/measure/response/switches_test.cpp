// Each switch of the protocol, thrown: what the other reading of the text gives (section 9 of the specification).
#include <gmock/gmock.h>

#include "measure/response/recist_1_1/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
template <class Change> std::vector<std::string> overall(const PatientReadings& readings, Change change)
{
  Protocol protocol;
  change(protocol);
  std::vector<std::string> words;
  for (const auto& at : recist_1_1::assess(readings, protocol).timepoints) words.emplace_back(name_of(at.overall));
  words.erase(words.begin());
  return words;
}
PatientReadings nodes(const std::vector<double>& axes)
{
  Patient patient({node("N1")});
  for (const auto axis : axes) patient.at({short_axis_mm(axis)});
  return patient.readings();
}
PatientReadings two(const std::vector<std::pair<LesionReading, LesionReading>>& visits)
{
  Patient patient({target("T1"), target("T2")});
  for (const auto& [first, second] : visits) patient.at({first, second});
  return patient.readings();
}
LesionReading missing() { return state(LesionState::NotDone); }
}  // namespace

TEST(Switches, Q1WithoutKeepingAPartialResponseGoesBackToStable)
{
  EXPECT_THAT(overall(single_target({100, 70, 80}), [](Protocol& p) { p.switches.keep_partial_response = false; }),
              ElementsAre("PR", "SD"));
}
TEST(Switches, T12sWithConfirmationRequiredOnlyAConfirmedPartialResponseIsKept)
{
  const auto required = [](Protocol& p) { p.confirmation.required = true; };
  const auto dated = [](const std::vector<double>& lengths)
  {
    Patient patient({target("T1")});
    auto day = CalendarDay{};
    for (const auto length : lengths) patient.at({mm(length)}, format_calendar_day(day)), day += std::chrono::days(28);
    return patient.readings();
  };
  EXPECT_THAT(overall(dated({100, 70, 80}), required), ElementsAre("PR", "SD"));
  EXPECT_THAT(overall(dated({100, 70, 70, 80}), required), ElementsAre("PR", "PR", "PR"));
  EXPECT_THAT(overall(dated({100, 70, 80, 70, 80}), required), ElementsAre("PR", "SD", "PR", "PR"));
}
TEST(Switches, T12sANotEvaluableVisitEndsAKeptPartialResponseUnlessTheProtocolSaysOtherwise)
{
  const auto readings = two({{mm(50), mm(50)}, {mm(30), mm(30)}, {mm(30), missing()}, {mm(36), mm(35)}});
  EXPECT_THAT(overall(readings, [](Protocol&) {}), ElementsAre("PR", "NE", "SD"));
  EXPECT_THAT(overall(readings, [](Protocol& p) { p.switches.not_evaluable_ends_kept_response = false; }), ElementsAre("PR", "NE", "PR"));
}
TEST(Switches, Q4AskedForProgressionFirstNormalNodesProgress)
{
  const auto progression_first = [](Protocol& p) { p.switches.normal_nodes_before_progression = false; };
  EXPECT_THAT(overall(nodes({20, 4, 9.5}), progression_first), ElementsAre("CR", "PD"));
  EXPECT_THAT(overall(nodes({20, 4, 8.9}), progression_first), ElementsAre("CR", "CR"));
}
TEST(Switches, Q6AnIncompleteSumMayBeKeptFromProgressing)
{
  EXPECT_THAT(overall(two({{mm(50), mm(50)}, {missing(), mm(130)}}), [](Protocol& p) { p.switches.incomplete_sum_can_progress = false; }),
              ElementsAre("NE"));
}
TEST(Switches, Q8AnIncompleteSumMayLowerTheNadir)
{
  EXPECT_THAT(overall(two({{mm(50), mm(50)}, {mm(30), missing()}, {mm(40), mm(40)}}),
                      [](Protocol& p) { p.switches.incomplete_sum_lowers_nadir = true; }),
              ElementsAre("NE", "PD"));
}
TEST(Switches, Q9AReappearanceBelowFiveMillimetersMayStayAPartialResponse)
{
  const auto by_size = [](Protocol& p) { p.switches.reappearance_after_complete_response_is_progression = false; };
  EXPECT_THAT(overall(single_target({50, 0, 4.9}), by_size), ElementsAre("CR", "PR"));
  EXPECT_THAT(overall(single_target({50, 0, 4.95}), by_size), ElementsAre("CR", "PD"));  // reported as 5.0
  const auto non_targets = Patient({non_target("N1")})
                               .at({state(LesionState::Present)})
                               .at({state(LesionState::Absent)})
                               .at({state(LesionState::Present)})
                               .readings();
  EXPECT_THAT(overall(non_targets, [](Protocol&) {}), ElementsAre("CR", "PD"));
  EXPECT_THAT(overall(non_targets, by_size), ElementsAre("CR", "NON-CR/NON-PD"));
}
TEST(Switches, Nl2WithoutBackdatingAnEquivocalLesionCountsWhenProven)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(50), state(LesionState::None)})
                            .at({mm(50), state(LesionState::Equivocal)})
                            .at({mm(50), state(LesionState::Unequivocal)})
                            .readings();
  EXPECT_THAT(overall(readings, [](Protocol& p) { p.switches.equivocal_new_lesion_backdates = false; }), ElementsAre("SD", "PD"));
}
TEST(Switches, T2ThickSlicesMayCountForALesionTooSmallToMeasure)
{
  const auto sum = [](double thickness, bool uses_slices)
  {
    auto reading = state(LesionState::TooSmall);
    reading.slice_thickness = Millimeters{thickness};
    Protocol protocol;
    protocol.switches.too_small_uses_slice_thickness = uses_slices;
    return *recist_1_1::assess(Patient({target("T1")}).at({mm(50)}).at({reading}).readings(), protocol).timepoints[1].sum;
  };
  EXPECT_EQ(sum(8, true), from_millimeters(8));
  EXPECT_EQ(sum(4, true), from_millimeters(5));
  EXPECT_EQ(sum(8, false), from_millimeters(5));
}
TEST(Switches, LimitsFollowTheProtocol)
{
  const auto other = [](Protocol& p)
  {
    p.target.partial_response_decrease_permille = 500;
    p.target.progression_increase_permille = 250;
    p.target.progression_minimum_increase = from_millimeters(10);
  };
  EXPECT_THAT(overall(single_target({100, 50.1, 50, 62.4, 62.5}), other), ElementsAre("SD", "PR", "PR", "PD"));
  EXPECT_THAT(overall(single_target({20, 29.9, 30}), other), ElementsAre("SD", "PD"));
}

TEST(Words, OfLengthsAreExact)
{
  EXPECT_EQ(in_words(ReportedLength::from_micrometers(39000)), "39.0 mm");
  EXPECT_EQ(in_words(ReportedLength::from_micrometers(-1250)), "-1.25 mm");
  EXPECT_EQ(in_words(ReportedLength::from_micrometers(7)), "0.007 mm");
  EXPECT_EQ(in_words_signed(ReportedLength::from_micrometers(0)), "+0.0 mm");
  EXPECT_EQ(in_words_signed(ReportedLength::from_micrometers(-12500)), "-12.5 mm");
  EXPECT_EQ(ReportedLength::rounded(Millimeters{-0.05}, ReportedLength::from_micrometers(100)).micrometers(), -100);
  EXPECT_EQ(ReportedLength::rounded(Millimeters{12.25}, ReportedLength::from_micrometers(500)).micrometers(), 12500);
}
TEST(Words, OfChangesNeverShowALimitThatWasNotReached)
{
  const auto text = [](std::int64_t from, std::int64_t to)
  { return percent_change(ReportedLength::from_micrometers(from), ReportedLength::from_micrometers(to), 300, 200).text; };
  EXPECT_EQ(text(100000, 70000), "-30.0 %");
  EXPECT_EQ(text(250000, 175100), "-29.96 % (below 30 %)");
  EXPECT_EQ(text(250000, 299900), "+19.96 % (below 20 %)");
  EXPECT_EQ(text(2999900, 2099940), "-29.99 % (below 30 %)");  // -29.9997 %: cut off, not rounded up to the limit
  EXPECT_EQ(text(100000, 69960), "-30.0 %");
  EXPECT_EQ(text(100000, 100000), "+0.0 %");
  EXPECT_EQ(text(80000, 80040), "+0.1 %");  // 0.05 %: half away from zero
  EXPECT_EQ(text(80000, 79960), "-0.1 %");
  EXPECT_EQ(text(10000, 30000), "+200.0 %");
  EXPECT_EQ(percent_change(from_millimeters(1000), ReportedLength::from_micrometers(343400), 657, 728).text, "-65.66 % (below 65.7 %)");
}
TEST(Words, OfChangesComeWithTheNumberItself)
{
  EXPECT_DOUBLE_EQ(percent_change(from_millimeters(50), from_millimeters(40), 300, 200).percent, -20.0);
}
