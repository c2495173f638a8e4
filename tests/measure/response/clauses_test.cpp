// Clauses of RECIST 1.1 that only their own test reaches. Rule numbers are those of the specification.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "measure/response/protocol_settings.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/baseline_conformance.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using enum Category;
using ::testing::Contains;
using ::testing::ElementsAre;
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
}  // namespace

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

TEST(ProtocolSettings, WantANameForEveryPairOfVolumeLimits)
{
  Protocol protocol;
  protocol.volume_limits = {{"", 500, 200, "trial"}};
  EXPECT_FALSE(Protocol::make(protocol));
}

// Words for what no program says, and none for it.
TEST(Words, OfUnknownValuesAreEmpty)
{
  EXPECT_EQ(name_of(static_cast<LesionState>(99)), "");
  EXPECT_EQ(error_code(static_cast<ResponseError>(99)), "response.unknown");
  EXPECT_FALSE(parse_lesion_state("{ABSENT}"));
}

TEST(Readings, OfANodeNeedOneOfItsLengths)
{
  EXPECT_FALSE(Patient({node("N1")}).at({state(LesionState::Measured)}).result());
  EXPECT_TRUE(Patient({node("N1")}).at({mm(20)}).result());
}

TEST(BaselineConformance, CannotCheckTheWindowWithoutADate)
{
  Protocol late;
  late.reference_date = parse_calendar_day("2024-06-30");
  EXPECT_THAT(rules_of(recist_1_1::baseline_conformance(single_target({30}), late).findings), Not(Contains("B1")));
}

// B7 prefers solid lesions; another cyst is none.
TEST(BaselineConformance, DoesNotPreferOneCystToAnother)
{
  auto cyst = target("T1"), other = non_target("N1");
  cyst.nature = other.nature = LesionNature::CysticMetastasis;
  auto left_out = state(LesionState::Present);
  left_out.longest_diameter = Millimeters{25}, left_out.slice_thickness = Millimeters{3};
  const auto readings = Patient({cyst, other}).at({mm(30), left_out}).readings();
  EXPECT_THAT(rules_of(recist_1_1::baseline_conformance(readings, {}).findings), ElementsAre("B12"));
}

TEST(Doubts, AskAboutNewLesionsAtBaselineEquivocalOnesToo)
{
  for (const auto there : {LesionState::Equivocal, LesionState::Unequivocal})
  {
    const auto readings = Patient({target("T1"), new_lesion("L1")}).at({mm(30), state(there)}).readings();
    EXPECT_THAT(recist_1_1::assess(readings, {}).warnings, Contains(HasSubstr("reported at baseline")));
  }
}

TEST(Explanation, PrintsLimitsOfATenthOfAPercent)
{
  Protocol protocol;
  protocol.target.partial_response_decrease_permille = 125;
  const auto response = recist_1_1::assess(single_target({100, 87.5}), protocol);
  EXPECT_EQ(response.timepoints[1].overall, PartialResponse);
  std::string text;
  for (const auto& finding : response.timepoints[1].findings)
  {
    text += finding.explanation;
    for (const auto& [name, value] : finding.inputs) text += name + value;
  }
  EXPECT_THAT(text, HasSubstr("12.5 %"));
}

// B10 compares what was said: a technique that nobody stated differs from none.
TEST(BaselineConformance, ComparesOnlyTechniquesThatWereStated)
{
  const auto rules = [](Modality before, Modality now)
  {
    auto first = mm(30), second = mm(30);
    first.modality = before, second.modality = now;
    return rules_of(recist_1_1::baseline_conformance(Patient({target("T1")}).at({first}).at({second}).readings(), {}).findings);
  };
  EXPECT_THAT(rules(Modality::NotStated, Modality::Mri), Not(Contains("B10")));
  EXPECT_THAT(rules(Modality::Mri, Modality::NotStated), Not(Contains("B10")));
  EXPECT_THAT(rules(Modality::Mri, Modality::Mri), Not(Contains("B10")));
  EXPECT_THAT(rules(Modality::Mri, Modality::Ct), Contains("B10"));
}
