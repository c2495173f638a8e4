// Clauses of RECIST 1.1 that only their own test reaches. Rule numbers are those of the specification.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "measure/response/counterfactual.h"
#include "measure/response/protocol_settings.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/baseline_conformance.h"
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
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
std::vector<std::string> rules_of(const std::vector<Finding>& findings)
{
  std::vector<std::string> rules;
  for (const auto& finding : findings) rules.push_back(finding.rule);
  return rules;
}

Category overall_at_end(const PatientReadings& readings, const Protocol& protocol = {})
{
  return recist_1_1::assess(readings, protocol).timepoints.back().overall;
}
} // namespace

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
    EXPECT_TRUE(row.question != "without T3" || row.overall[1] == "SD"); // 50 against 50
    EXPECT_TRUE(row.question != "without T1" || row.overall[1] == "NE"); // T2's mass was T1's
  }
}

// B1, B7, B10, B11, B12, B14: what a monitor asks at baseline.
TEST(BaselineConformance, AsksAboutEachClauseByItsNumber)
{
  auto liver = mm(30), lung = mm(30);
  liver.modality = Modality::Mri, lung.modality = Modality::Ct;
  auto cyst = target("T1"), nameless = target("T2");
  cyst.nature = LesionNature::CysticMetastasis;
  nameless.lesion.organ = "";
  auto left_out = state(LesionState::Present), absent = state(LesionState::NotDone);
  left_out.longest_diameter = Millimeters{25}, left_out.slice_thickness = Millimeters{3};
  auto now = mm(30);
  now.modality = Modality::Ct;
  const auto readings = Patient({cyst, nameless, non_target("N1"), non_target("N2")})
                            .at({liver, lung, left_out, absent}, "2024-01-01")
                            .at({now, mm(30), state(LesionState::Present), state(LesionState::Present)})
                            .readings();
  const auto rules = rules_of(recist_1_1::baseline_conformance(readings, {}).findings);
  EXPECT_THAT(rules, ElementsAre("B11", "B14", "B12", "B7", "B10"));
  Protocol late;
  late.reference_date = parse_calendar_day("2024-01-30");
  EXPECT_THAT(rules_of(recist_1_1::baseline_conformance(readings, late).findings), Contains("B1"));
  late.reference_date = parse_calendar_day("2024-01-29");
  EXPECT_THAT(rules_of(recist_1_1::baseline_conformance(readings, late).findings), Not(Contains("B1")));
}

TEST(BaselineConformance, WantsTargetsMeasuredOrSplit)
{
  auto split = state(LesionState::Split);
  split.fragments = {Millimeters{12}, Millimeters{9}};
  const auto rules = [](const LesionReading& reading)
  { return rules_of(recist_1_1::baseline_conformance(Patient({target("T1")}).at({reading}, "2024-01-01").readings(), {}).findings); };
  EXPECT_THAT(rules(split), IsEmpty());
  EXPECT_THAT(rules(state(LesionState::TooSmall)), ElementsAre("B13"));
}

// N3: what no length, volume or ratio can be.
TEST(Readings, RefuseImpossibleNumbersWhereverTheyStand)
{
  const auto made = [](auto change)
  {
    auto reading = mm(30);
    change(reading);
    return Patient({target("T1")}).at({reading}).result().has_value();
  };
  constexpr double infinite = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(made([](auto& reading) { reading.fragments = {Millimeters{-1}}; }));
  EXPECT_FALSE(made([](auto& reading) { reading.volume = Milliliters{infinite}; }));
  EXPECT_FALSE(made([](auto& reading) { reading.volume = Milliliters{1e7}; }));
  EXPECT_FALSE(made([](auto& reading) { reading.viable_volume = Milliliters{-1}; }));
  EXPECT_FALSE(made([](auto& reading) { reading.enhancement = std::nan(""); }));
  EXPECT_TRUE(made([](auto& reading) { reading.enhancement = 0.0, reading.viable_volume = Milliliters{0}; }));
  auto zero = state(LesionState::Absent), some = zero;
  zero.longest_diameter = Millimeters{0}, some.short_axis = Millimeters{3};
  EXPECT_TRUE(Patient({target("T1")}).at({mm(30)}).at({zero}).result());
  EXPECT_FALSE(Patient({target("T1")}).at({mm(30)}).at({some}).result());
}

// T2: the protocol's slice thickness rule needs a thickness; without one 5 mm stay.
TEST(TargetSum, CountsTooSmallByTheSliceOnlyWhenItIsKnown)
{
  Protocol by_slice;
  by_slice.switches.too_small_uses_slice_thickness = true;
  auto thick = state(LesionState::TooSmall);
  thick.slice_thickness = Millimeters{8};
  const auto sum = [&](const LesionReading& reading)
  { return recist_1_1::assess(Patient({target("T1")}).at({mm(30)}).at({reading}).readings(), by_slice).timepoints[1].sum; };
  EXPECT_EQ(sum(thick), from_millimeters(8));
  EXPECT_EQ(sum(state(LesionState::TooSmall)), from_millimeters(5));
}

// T13 and T2: a remnant too small to measure is disease.
TEST(TargetResponse, OfARemnantTooSmallToMeasureAfterACompleteResponseIsProgression)
{
  const auto patient = [](const LesionReading& last)
  { return Patient({target("T1")}).at({mm(30)}).at({state(LesionState::Absent)}).at({last}).readings(); };
  EXPECT_EQ(overall_at_end(patient(state(LesionState::TooSmall))), ProgressiveDisease);
  Protocol counts_nothing;
  counts_nothing.target.too_small_counts = {};
  EXPECT_EQ(overall_at_end(patient(state(LesionState::TooSmall)), counts_nothing), ProgressiveDisease);
}

// Settings of a protocol that are out of range are refused by name, whatever group they stand in.
TEST(ProtocolSettings, RefuseWhatIsNoNumberOfTheirKind)
{
  for (const auto& [key, value] : std::vector<std::pair<std::string_view, std::string_view>>{{"progression_increase_percent", "20.05"},
                                                                                             {"progression_increase_percent", "1e8"},
                                                                                             {"progression_increase_percent", "x"},
                                                                                             {"minimum_stable_days", "9999999"},
                                                                                             {"minimum_stable_days", "4.5"},
                                                                                             {"length_quantum_mm", "0.0001"},
                                                                                             {"length_quantum_mm", "1e10"},
                                                                                             {"too_small_counts_mm", "-1"},
                                                                                             {"maximum_targets", "0"},
                                                                                             {"keep_partial_response", "yes"}})
    EXPECT_THAT(with_setting({}, key, value).failure().message(), HasSubstr(key)) << value;
}

TEST(ProtocolSettings, SayWhenThereAreNoVolumeLimits)
{
  Protocol protocol;
  protocol.volume_limits.clear();
  EXPECT_THAT(differences_from_default(protocol), ElementsAre(HasSubstr("volume_limits are none instead of")));
  protocol.volume_limits = {{"own", 1001, 200, "trial"}};
  EXPECT_FALSE(Protocol::make(protocol));
  protocol.volume_limits = {{"own", 500, 200, ""}};
  EXPECT_FALSE(Protocol::make(protocol));
}
