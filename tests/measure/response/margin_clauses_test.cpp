// Clauses on margins, certainty and counterfactuals that only their own test reaches. Rule numbers are those of the specification.
#include <gmock/gmock.h>

#include "measure/response/counterfactual.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/certainty.h"
#include "measure/response/recist_1_1/margin.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using enum Category;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

// T9: with a missing target and no PD by the rest the call is NE; the margin to PD is what the rest lacks (53 -> 60 mm).
TEST(Margin, OfAnIncompleteSumIsTheWayToProgressionOnly)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(53), state(LesionState::NotDone)}).readings();
  const auto response = recist_1_1::assess(readings, {});
  const auto margins = recist_1_1::margins(readings, response.timepoints[1], {});
  ASSERT_EQ(margins.size(), 1u);
  EXPECT_EQ(margins[0].to, ProgressiveDisease);
  EXPECT_EQ(margins[0].total, from_millimeters(7));
  Protocol never;
  never.switches.incomplete_sum_can_progress = false;
  EXPECT_THAT(recist_1_1::margins(readings, recist_1_1::assess(readings, never).timepoints[1], never), IsEmpty());
}

TEST(Margin, DoesNotExistAtBaselineNorWithoutANumberToChange)
{
  const auto readings = Patient({target("T1")}).at({mm(30)}).at({state(LesionState::NotDone)}).readings();
  const auto response = recist_1_1::assess(readings, {});
  for (const auto& at : response.timepoints) EXPECT_THAT(recist_1_1::margins(readings, at, {}), IsEmpty());
  const auto no_baseline = Patient({target("T1")}).at({state(LesionState::NotDone)}).at({mm(30)}).readings();
  EXPECT_THAT(recist_1_1::margins(no_baseline, recist_1_1::assess(no_baseline, {}).timepoints[1], {}), IsEmpty());
}

// T13: after an overall CR the smallest disease is PD, so PD is one quantum away from CR, and from PD the way back is to 0 mm.
TEST(Margin, AfterACompleteResponseIsOneQuantumToProgression)
{
  const auto patient = Patient({target("T1")}).at({mm(30)}).at({state(LesionState::Absent)}).at({mm(0.0)}).readings();
  const auto response = recist_1_1::assess(patient, {});
  ASSERT_EQ(response.timepoints[2].overall, CompleteResponse);
  const auto margins = recist_1_1::margins(patient, response.timepoints[2], {});
  ASSERT_FALSE(margins.empty());
  EXPECT_EQ(margins[0].to, ProgressiveDisease);
  EXPECT_EQ(margins[0].total, ReportedLength::from_micrometers(100));
  Protocol lenient;
  lenient.switches.reappearance_after_complete_response_is_progression = false;
  const auto far = recist_1_1::margins(patient, recist_1_1::assess(patient, lenient).timepoints[2], lenient);
  const auto five_away = Field(&recist_1_1::Margin::total, from_millimeters(5));
  EXPECT_THAT(far, Contains(::testing::AllOf(Field(&recist_1_1::Margin::to, ProgressiveDisease), five_away)));
}

// The short axis is what is read again: half on the limit of PR (21 mm of 30), half on that of a normal node.
TEST(Certainty, OfANodeVariesItsShortAxis)
{
  const auto at = [](double now)
  {
    auto first = short_axis_mm(30), second = short_axis_mm(now);
    first.longest_diameter = Millimeters{60};
    second.longest_diameter = Millimeters{60};
    return recist_1_1::certainty(Patient({node("N1")}).at({first}).at({second}).readings(), {}).back();
  };
  EXPECT_NEAR(at(21).of(PartialResponse), 0.5, 0.05);
  EXPECT_NEAR(at(10).of(CompleteResponse), 0.5, 0.05);
  EXPECT_EQ(at(30).of(NoEvidenceOfDisease), 0.0);
}

TEST(Certainty, OfAnIncompleteSumHasNoInterval)
{
  const auto missing = state(LesionState::NotEvaluable);
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(25), missing}).readings();
  const auto certainty = recist_1_1::certainty(readings, {});
  EXPECT_FALSE(certainty[1].sum);
  EXPECT_TRUE(certainty[0].sum);
  EXPECT_GT(certainty[1].of(NotEvaluable), 0.99);
}

// T13 as a counterfactual: with another nadir disease after a CR is still PD, unless the protocol judges it by size.
TEST(Counterfactual, WithAnotherNadirKeepsWhatReappearanceMeans)
{
  const auto readings = Patient({target("T1")}).at({mm(50)}).at({state(LesionState::Absent)}).at({mm(4)}).readings();
  const auto row = [&](const Protocol& protocol, std::string_view question)
  {
    for (const auto& each : counterfactuals(readings, protocol))
      if (each.question == question) return each.overall;
    return std::vector<std::string>{};
  };
  Protocol by_size;
  by_size.switches.reappearance_after_complete_response_is_progression = false;
  EXPECT_THAT(row({}, "nadir at time point 0"), ElementsAre("", "CR", "PD"));
  EXPECT_THAT(row(by_size, "nadir at time point 0"), ElementsAre("", "CR", "PR"));
}

TEST(Counterfactual, WithoutALesionLeavesOthersMergedWhereTheyAre)
{
  auto merged = state(LesionState::MergedInto);
  merged.merged_into = LesionId("T1");
  const auto readings =
      Patient({target("T1"), target("T2"), target("T3")}).at({mm(30), mm(20), mm(10)}).at({mm(50), merged, mm(2)}).readings();
  for (const auto& row : counterfactuals(readings, {}))
  {
    EXPECT_TRUE(row.question != "without T3" || row.overall[1] == "SD");  // 50 against 50
    EXPECT_TRUE(row.question != "without T1" || row.overall[1] == "NE");  // T2's mass was T1's
  }
}

// T13 beside T9: after an overall CR the part that was examined is one quantum from progression.
TEST(Margin, OfAnIncompleteSumAfterACompleteResponseIsOneQuantum)
{
  const auto gone = state(LesionState::Absent);
  const auto readings =
      Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({gone, gone}).at({gone, state(LesionState::NotDone)}).readings();
  const auto margins = recist_1_1::margins(readings, recist_1_1::assess(readings, {}).timepoints[2], {});
  ASSERT_EQ(margins.size(), 1u);
  EXPECT_EQ(margins[0].to, ProgressiveDisease);
  EXPECT_EQ(margins[0].total, ReportedLength::from_micrometers(100));
}

// Nothing is below a nadir of 0 mm: with Q4 reversed and no smallest increase nothing leads back to CR.
TEST(Margin, ToACompleteResponseDoesNotExistWhereZeroIsProgression)
{
  Protocol protocol;
  protocol.switches.normal_nodes_before_progression = false;
  protocol.switches.reappearance_after_complete_response_is_progression = false;
  protocol.target.progression_minimum_increase = {};
  const auto readings = Patient({node("N1")}).at({short_axis_mm(20)}).at({short_axis_mm(0)}).at({short_axis_mm(12)}).readings();
  const auto at = recist_1_1::assess(readings, protocol).timepoints[2];
  ASSERT_EQ(at.overall, ProgressiveDisease);
  EXPECT_THAT(recist_1_1::margins(readings, at, protocol), Not(Contains(Field(&recist_1_1::Margin::to, CompleteResponse))));
}
